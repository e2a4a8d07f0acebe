import {
  anything,
  byType,
  type Check,
  flag,
  integer,
  list,
  oneOf,
  pattern,
  shape,
  string,
  webAddress,
} from './check.ts';
import { LIMITS } from './limits.ts';
import { anyText, confirm, id, plainText } from './text-objects.ts';

const { button, option, select, feedback } = LIMITS;

const buttonElement = shape(
  { text: plainText(button.text) },
  {
    action_id: id,
    url: webAddress(button.url),
    value: string({ max: button.value }),
    style: oneOf('primary', 'danger'),
    confirm,
    accessibility_label: string({ max: button.label }),
  },
);

const optionOf = (text: Check): Check =>
  shape(
    { text, value: string({ max: option.value }) },
    { description: anyText(option.description), url: webAddress(button.url) },
  );

const plainOption = optionOf(plainText(option.text));
const richOption = optionOf(anyText(option.text));
const group = shape({
  label: plainText(option.text),
  options: list(plainOption, { max: select.options }),
});

const common = {
  action_id: id,
  placeholder: plainText(select.placeholder),
  confirm,
  focus_on_load: flag,
};
const options = list(plainOption, { max: select.options });
const groups = list(group, { max: select.groups });
const many = { max_selected_items: integer({ min: 1 }) };
const day = pattern(/^\d{4}-\d\d-\d\d$/u, 'date (YYYY-MM-DD)');
const time = pattern(/^\d\d:\d\d$/u, 'time (HH:mm)');
const ids = list(string(), { min: 0 });

const selects: Readonly<Record<string, Check>> = {
  static_select: shape(
    {},
    { ...common, options, option_groups: groups, initial_option: plainOption },
  ),
  external_select: shape(
    {},
    { ...common, min_query_length: integer({ min: 0 }), initial_option: plainOption },
  ),
  users_select: shape({}, { ...common, initial_user: string() }),
  conversations_select: shape(
    {},
    {
      ...common,
      initial_conversation: string(),
      default_to_current_conversation: flag,
      response_url_enabled: flag,
      filter: anything,
    },
  ),
  channels_select: shape({}, { ...common, initial_channel: string(), response_url_enabled: flag }),
  multi_static_select: shape(
    {},
    { ...common, ...many, options, option_groups: groups, initial_options: options },
  ),
  multi_external_select: shape(
    {},
    { ...common, ...many, min_query_length: integer({ min: 0 }), initial_options: options },
  ),
  multi_users_select: shape({}, { ...common, ...many, initial_users: ids }),
};

const pickers: Readonly<Record<string, Check>> = {
  datepicker: shape({}, { ...common, initial_date: day }),
  timepicker: shape({}, { ...common, initial_time: time, timezone: string() }),
  datetimepicker: shape(
    {},
    { action_id: id, confirm, focus_on_load: flag, initial_date_time: integer() },
  ),
};

const choices: Readonly<Record<string, Check>> = {
  radio_buttons: shape(
    { options: list(richOption, { max: LIMITS.choices }) },
    { action_id: id, confirm, focus_on_load: flag, initial_option: richOption },
  ),
  checkboxes: shape(
    { options: list(richOption, { max: LIMITS.choices }) },
    {
      action_id: id,
      confirm,
      focus_on_load: flag,
      initial_options: list(richOption, { max: LIMITS.choices }),
    },
  ),
};

const typing = {
  action_id: id,
  placeholder: plainText(select.placeholder),
  focus_on_load: flag,
  dispatch_action_config: anything,
};

const textInputs: Readonly<Record<string, Check>> = {
  plain_text_input: shape(
    {},
    {
      ...typing,
      initial_value: string({ min: 0, max: LIMITS.input.length }),
      multiline: flag,
      min_length: integer({ min: 0, max: LIMITS.input.length }),
      max_length: integer({ min: 1, max: LIMITS.input.length }),
    },
  ),
  email_text_input: shape({}, { ...typing, initial_value: string() }),
  url_text_input: shape({}, { ...typing, initial_value: string() }),
  number_input: shape(
    { is_decimal_allowed: flag },
    { ...typing, initial_value: string(), min_value: string(), max_value: string() },
  ),
};

const overflow = shape(
  { options: list(richOption, { max: LIMITS.overflow }) },
  { action_id: id, confirm },
);

/** An image, by its address. */
export const imageElement: Check = shape(
  { alt_text: string({ max: LIMITS.image.alt }) },
  { image_url: webAddress(LIMITS.image.url), slack_file: anything },
);

const buttons: Readonly<Record<string, Check>> = { button: buttonElement, overflow };

/** What an actions block holds. */
export const actionElement: Check = byType({ ...buttons, ...selects, ...pickers, ...choices });

/** What stands beside a section's text. */
export const accessory: Check = byType({
  ...buttons,
  ...selects,
  ...pickers,
  ...choices,
  image: imageElement,
});

/** What an input block asks for. */
export const inputElement: Check = byType({ ...textInputs, ...selects, ...pickers, ...choices });

export const contextElement: Check = byType({
  image: imageElement,
  plain_text: plainText(),
  mrkdwn: anyText(),
});

const feedbackButton = shape(
  { text: plainText(feedback.text), value: string({ max: feedback.value }) },
  { accessibility_label: string({ max: feedback.label }) },
);

export const contextAction: Check = byType({
  feedback_buttons: shape(
    { positive_button: feedbackButton, negative_button: feedbackButton },
    { action_id: id },
  ),
  icon_button: shape(
    { icon: oneOf('trash'), text: plainText(button.text) },
    {
      action_id: id,
      value: string({ max: button.value }),
      confirm,
      accessibility_label: string({ max: button.label }),
      visible_to_user_ids: list(string(), { min: 0, max: 10 }),
    },
  ),
});

export const buttonOnly: Check = byType({ button: buttonElement });
