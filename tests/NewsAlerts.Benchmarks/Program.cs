using System.Globalization;
using NewsAlerts.Benchmarks;
using NewsAlerts.Benchmarks.Delivering;
using NewsAlerts.Benchmarks.Matching;

return args switch
{
    ["scenario", .. var options] => await Scenario.RunAsync(options),
    ["delivery"] => await DeliveryScenario.RunAsync(),
    ["due", .. var minutes] => await DueToSent.RunAsync(minutes is [var given] ? double.Parse(given, CultureInfo.InvariantCulture) : 6),
    ["feeds"] => Math.Max(Math.Max(Polling.Run(), Parsing.Run()), Math.Max(await Round.RunAsync(), await Hostile.RunAsync())),
    ["polling"] => Polling.Run(),
    ["round"] => await Round.RunAsync(),
    ["parsing"] => Parsing.Run(),
    ["hostile"] => await Hostile.RunAsync(),
    ["subscriptions"] => await Subscriptions.RunAsync(),
    ["increment", var folder, var document] => await Increment.RunAsync(folder, document),
    ["matching"] => await MatchingTable.RunAsync(),
    ["matching", var rules, var length] => MatchingTable.Run(rules, length),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        scenario [options of alerts run]  300 feeds of 30 items, 1,000 rules, one webhook: from poll to delivery;
                                          with --storage azure on Azurite, unless AlertsStorage names an account
        delivery                          10,000 alerts to 100 webhooks and 1,000 emails, to receivers well and ill
        due [minutes]                     from the moment a feed is due until its news is at a webhook, with a timer of one minute
        feeds                             the next four, one after the other
        polling                           real feeds at their own pace and every 15 minutes: requests and delays
        round                             10,000 feeds polled, unchanged and one in ten changed, beside a bare client
        parsing                           the feeds of the corpus parsed, beside two feed readers, an XML reader and an HTML parser
        hostile                           documents that are made to hurt, beside an ordinary feed
        matching                          matching alone, beside Vectorscan (Debian: libhs5), a naive loop and the bound, on the
                                          items and rules of the folder that MATCH_CASES names
        subscriptions                     a million of them on files: loading, memory and one change, beside parsing them alone
        increment <folder> <document>     counts up in a document, against other processes
        """);
    return 2;
}
