namespace EssConsult.Kernel.Commands;

/// <summary>An act of the command line: <c>dotnet run --project src/EssConsult.Web -- recipe run FILE</c>.</summary>
public interface ISiteCommand
{
    /// <summary>The words that call it, e.g. <c>recipe run</c>.</summary>
    string Words { get; }

    string Purpose { get; }

    /// <returns>The exit code: 0 done, 1 failed with a sentence on <paramref name="output"/>, 2 wrong arguments.</returns>
    Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct);
}

/// <summary>Work to do after migrations and before the first request (a first run's recipe, an index to open).</summary>
public interface IAtStart
{
    /// <summary>Lower comes first.</summary>
    int Order => 0;

    Task StartAsync(CancellationToken ct);
}
