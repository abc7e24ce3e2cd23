namespace NewsAlerts.Messages;

/// <summary>A piece of a text that is lit up as a whole or not at all; never empty.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Lit">Whether it is lit up.</param>
internal readonly record struct TextRun(string Text, bool Lit);
