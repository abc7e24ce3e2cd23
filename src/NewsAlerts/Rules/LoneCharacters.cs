namespace NewsAlerts.Rules;

/// <summary>
/// The UTF-16 units that are a token by themselves, and fold to themselves, as bits: <see cref="TextFolding.StandsAlone"/>,
/// looked up.
/// </summary>
internal static class LoneCharacters
{
    private const int WordShift = 6;

    private static readonly ulong[] Bits = MakeBits();

    public static bool Contain(char unit) => (Bits[unit >> WordShift] & (1UL << unit)) != 0;

    private static ulong[] MakeBits()
    {
        var bits = new ulong[(char.MaxValue + 1) >> WordShift];
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            if (TextFolding.Table[unit] == unit && TextFolding.StandsAlone((char)unit))
            {
                bits[unit >> WordShift] |= 1UL << unit;
            }
        }

        return bits;
    }
}
