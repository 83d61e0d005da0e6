import { expect, type Page, test } from '@playwright/test';
import { chime } from '#app/dispatch/alarm/chime.ts';
import { consoleAt } from '#tests/support/e2e-console.ts';

/** Pitch, hertz, and loudness of each tone that the sound of an alarm holds, rendered by the browser itself. */
async function tonesOf(page: Page, due: boolean): Promise<readonly { pitch: number; peak: number }[]> {
  const rate = 22_050;
  const samples: number[] = await page.evaluate(`(async () => {
    const context = new OfflineAudioContext(1, ${rate}, ${rate});
    (${chime.toString()})(context, ${due});
    return Array.from((await context.startRendering()).getChannelData(0));
  })()`);
  return [0, 1, 2, 3, 4].flatMap((slot) => {
    const tone = samples.slice((slot * 0.16 + 0.01) * rate, (slot * 0.16 + 0.11) * rate);
    const peak = Math.max(...tone.map(Math.abs));
    // A tone of a tenth of a second crosses the middle upwards once in each of its waves.
    const turns = tone.filter((sample, index) => sample > 0 && (tone[index - 1] ?? 1) <= 0).length;
    return peak > 0.01 ? [{ pitch: turns * 10, peak }] : [];
  });
}

test('the sound is two tones, four and louder for what is overdue, and comes out when it is switched on', async ({
  browser,
}) => {
  const { page, context } = await consoleAt(browser, 'dispatcher');
  const [soon, due] = [await tonesOf(page, false), await tonesOf(page, true)];
  const pitches = (tones: typeof soon) => tones.map(({ pitch }) => Math.round(pitch / 20) * 20);
  expect(pitches(soon)).toEqual([660, 880]);
  expect(pitches(due)).toEqual([880, 660, 880, 660]);
  expect(due[0]!.peak).toBeGreaterThan(soon[0]!.peak * 1.5);

  // Whatever the page sends to its loudspeaker is measured on its way there.
  const heard = await page.evaluateHandle(() => {
    const most = { peak: 0 };
    const connect = AudioNode.prototype.connect as (to: AudioNode) => AudioNode;
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
      if (to instanceof AudioDestinationNode) {
        const meter = to.context.createAnalyser();
        connect.call(this, meter);
        const wave = new Float32Array(meter.fftSize);
        const measure = () => {
          meter.getFloatTimeDomainData(wave);
          most.peak = Math.max(most.peak, ...wave.map(Math.abs));
          if (to.context.currentTime < 1) requestAnimationFrame(measure);
        };
        measure();
      }
      return connect.call(this, to);
    } as typeof AudioNode.prototype.connect;
    return most;
  });
  await page.getByRole('button', { name: '提示音：关' }).click();
  await expect.poll(() => heard.evaluate(({ peak }) => peak)).toBeGreaterThan(0.01);
  await context.close();
});
