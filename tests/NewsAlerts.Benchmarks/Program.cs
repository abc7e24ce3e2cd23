using NewsAlerts.Benchmarks;

return args switch
{
    ["scenario"] => await Scenario.RunAsync(),
    ["increment", var folder, var document, var count] => await Increment.RunAsync(folder, document, count),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        scenario                              300 feeds of 30 items, 1,000 rules, one webhook: from poll to delivery
        increment <folder> <document> <count> counts up in a document, against other processes
        """);
    return 2;
}
