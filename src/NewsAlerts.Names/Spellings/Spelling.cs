namespace NewsAlerts.Names.Spellings;

/// <summary>One way to write something.</summary>
/// <param name="Text">The letters, or the sounds (see <see cref="SoundTable"/>).</param>
/// <param name="Cost">How unusual it is: 0 is the usual one, 10 is not seen in print.</param>
internal readonly record struct Spelling(string Text, int Cost);
