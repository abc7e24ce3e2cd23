namespace NewsAlerts.Channels;

/// <summary>Finds how many alerts one message carries.</summary>
internal static class Fit
{
    /// <summary>
    /// The largest count from 1 to <paramref name="most"/> that fits, for a message that only grows with its count; 1
    /// where not even 2 fit, since a single alert is always made to fit.
    /// </summary>
    public static int Largest(int most, Func<int, bool> fits)
    {
        var (fitting, above) = (1, most + 1);
        while (above - fitting > 1)
        {
            var middle = (fitting + above) / 2;
            (fitting, above) = fits(middle) ? (middle, above) : (fitting, middle);
        }

        return fitting;
    }
}
