using System.Globalization;
using EssConsult.Benchmarks;
using EssConsult.Benchmarks.Floors;
using EssConsult.Benchmarks.Product;
using EssConsult.Benchmarks.Scenarios;

// Figures are written to a document that every machine must write alike.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    var line = CommandLine.Parse(args);

    return line.Names switch
    {
        ["serve", var floor] => await FloorServer.RunAsync(floor, line.Port, line.Folder),
        ["resumes"] => await new Resumes(line, Console.Out).MeasureAsync(stop.Token),
        ["tally"] => Tally(line),
        ["list"] => Catalogue.Print(Console.Out),
        [] => CommandLine.PrintUsage(Console.Error),
        _ => await new Run(line, Console.Out).ExecuteAsync(stop.Token),
    };
}
catch (BenchmarkException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped; nothing was recorded.");
    return 2;
}

static int Tally(CommandLine line)
{
    new Tallying(line, Console.Out).Measure();
    return 0;
}
