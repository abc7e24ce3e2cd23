using System.Diagnostics;
using System.Globalization;
using NewsAlerts.Local.Commands.Printing;

namespace NewsAlerts.Benchmarks.Delivering;

/// <summary>Prints what became of every alert, and how long it took, in 80 columns.</summary>
internal sealed class DeliveryTable(IReadOnlyList<Fate> fates, IReadOnlyList<Arrival> arrivals, Wire wire, int oneByOne)
{
    private const double MostSeconds = 2;

    private static readonly Behaviour[] Healthy = [Behaviour.Well, Behaviour.MailWell];

    /// <summary>Whether every alert is in exactly one place, and those who are well were told in time.</summary>
    public bool IsRight =>
        fates.All(fate => fate.Places == 1) && Seconds(Healthy, _ => true).Percentile(0.99) < MostSeconds;

    public void Print()
    {
        Console.WriteLine("Seconds: from when the feed is asked, and answers with an item for the first");
        Console.WriteLine("time, to when the receiver has the alert. Reading and matching are in them.");
        Console.WriteLine();
        Print("webhooks", Cast.Webhooks);
        Print("emails", Cast.Mailboxes);
        Write($"{"those who are well",-42}{"alerts",6}{"a second",10}{"",8}{"p50 s",7}{"p99 s",7}");
        Print($"{oneByOne} items, one a second", item => item < oneByOne);
        Print("the other items, all at once", item => item >= oneByOne);
        Print("all items", _ => true);
        Console.WriteLine();
        PrintReasons("in poison, since", fate => fate.GivenUp, fates.Where(fate => fate.GivenUp is not null));
        PrintReasons("waiting, since", fate => fate.Waiting, fates.Where(fate => fate.Waiting is not null));
        var (once, twice) = (fates.Count(fate => fate.Places == 1), fates.Count(fate => fate.Places > 1));
        Write($"{fates.Count} alerts: {once} delivered once, in poison, or waiting;");
        Write($"{twice} delivered twice or in two of these places, {fates.Count - once - twice} lost");
    }

    private void Print(string title, IReadOnlyList<Cast> casts)
    {
        Write($"{title,-29}{"who",5}{"alerts",8}{"once",7}{"poison",8}{"waiting",9}{"p50 s",7}{"p99 s",7}");
        foreach (var cast in casts)
        {
            var theirs = fates.Where(fate => Cast.BehaviourOf(fate.Destination) == cast.Behaviour).ToList();
            var seconds = Seconds([cast.Behaviour], _ => true);
            var once = theirs.Count(fate => fate.Accepted == 1);
            var poison = theirs.Count(fate => fate.GivenUp is not null);
            var waiting = theirs.Count(fate => fate.Waiting is not null);
            Write($"  {cast.Label,-27}{cast.Count,5}{theirs.Count,8}{once,7}{poison,8}{waiting,9}{Text(seconds)}");
        }

        Console.WriteLine();
    }

    private void Print(string title, Func<int, bool> isMeant)
    {
        var theirs = arrivals
            .Where(arrival => isMeant(arrival.Item) && Healthy.Contains(Cast.BehaviourOf(arrival.Destination)))
            .ToList();
        var begun = theirs.Min(arrival => wire.GivenAt(arrival.Item));
        var ended = theirs.Max(arrival => arrival.At);
        var rate = theirs.Count / Stopwatch.GetElapsedTime(begun, ended).TotalSeconds;
        Write($"  {title,-40}{theirs.Count,6}{rate,10:0}{"",8}{Text(Seconds(Healthy, isMeant))}");
    }

    private static void PrintReasons(string title, Func<Fate, string?> reasonOf, IEnumerable<Fate> fates)
    {
        var lines = new Lines(Console.Out);
        lines.Write(title);
        var reasons = fates.GroupBy(fate => reasonOf(fate)?.Replace(fate.Destination, "…", StringComparison.Ordinal));
        foreach (var reason in reasons)
        {
            lines.WriteSentence($"{reason.Count(),6} ", reason.Key ?? "");
        }

        lines.Write("");
    }

    private List<double> Seconds(Behaviour[] behaviours, Func<int, bool> isMeant) =>
    [
        .. arrivals
            .Where(arrival => isMeant(arrival.Item) && behaviours.Contains(Cast.BehaviourOf(arrival.Destination)))
            .Select(arrival => Stopwatch.GetElapsedTime(wire.GivenAt(arrival.Item), arrival.At).TotalSeconds)
            .Order(),
    ];

    private static string Text(List<double> seconds) => seconds.Count == 0
        ? $"{"",14}"
        : string.Create(CultureInfo.InvariantCulture, $"{seconds.Percentile(0.5),7:0.00}{seconds.Percentile(0.99),7:0.00}");

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
