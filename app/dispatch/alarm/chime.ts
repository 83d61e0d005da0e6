/** Two short tones of the browser's own, without any file; louder and twice for what is already due. */
export function chime(context: BaseAudioContext, due: boolean): void {
  const tones = due ? [880, 660, 880, 660] : [660, 880];
  for (const [index, pitch] of tones.entries()) {
    const begin = context.currentTime + index * 0.16;
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, begin);
    loudness.gain.linearRampToValueAtTime(due ? 0.22 : 0.12, begin + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.001, begin + 0.15);
    tone.connect(loudness).connect(context.destination);
    tone.start(begin);
    tone.stop(begin + 0.16);
  }
}
