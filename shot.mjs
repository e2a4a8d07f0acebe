import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const p = await b.newPage({ viewport: { width: 1180, height: 1500 } });
const url = 'http://127.0.0.1:4711/';
await p.goto(url); await p.waitForTimeout(1500);
const type = async (text) => { const box = p.locator('[contenteditable=true], textarea').first(); await box.click(); await p.keyboard.type(text); await p.keyboard.press('Enter'); await p.waitForTimeout(1800); };
await type('/quoth what did the Kremlin say about Crimea?');
await type('/quoth drones');
await p.screenshot({ path: '/tmp/slack/1.png' });
await p.getByRole('button', { name: 'In context' }).last().click(); await p.waitForTimeout(1200);
await p.screenshot({ path: '/tmp/slack/2.png' });
await p.keyboard.press('Escape'); await p.waitForTimeout(500);
await p.getByText('Quoth', { exact: true }).nth(1).click().catch(()=>{}); await p.waitForTimeout(1500);
await p.screenshot({ path: '/tmp/slack/3.png' });
for (const name of ['Home', 'Messages']) { try { await p.getByRole('tab', { name }).click({timeout:2000}); await p.waitForTimeout(1500); await p.screenshot({ path: `/tmp/slack/tab-${name}.png` }); } catch (e) { console.log(name, e.message.slice(0,200)); } }
await b.close();
