namespace EssConsult.Benchmarks;

internal sealed record CommandLine
{
    public required IReadOnlyList<string> Names { get; init; }

    public required string Text { get; init; }

    /// <summary>Length of one measurement.</summary>
    public int Seconds { get; init; } = 10;

    /// <summary>Length of one slice of warm-up; there are as many as the server needs.</summary>
    public int WarmUp { get; init; } = 5;

    public int Connections { get; init; } = 64;

    public int Threads { get; init; } = 2;

    /// <summary>Each round measures every floor and scenario anew; ratios are medians over rounds.</summary>
    public int Rounds { get; init; } = 1;

    public int Port { get; init; } = 7200;

    /// <summary>Where databases and indexes are made. Beside the binaries rather than in /tmp, which may be memory.</summary>
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "work");

    public static CommandLine Parse(string[] args)
    {
        var names = new List<string>();
        var line = new CommandLine { Names = names, Text = string.Join(' ', args) };

        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                names.Add(args[i]);
                continue;
            }

            var value = i + 1 < args.Length ? args[i + 1] : throw new BenchmarkException($"{args[i]} needs a value.");
            line = line.With(args[i], value);
            i++;
        }

        return line;
    }

    public static int PrintUsage(TextWriter output)
    {
        output.WriteLine("""
            dotnet run -c Release --project tests/EssConsult.Benchmarks -- COMMAND [options]

              all            measure everything and record it in docs/performance.md
              floors         measure the floors alone
              NAME …         measure these scenarios, and the floors they stand on
              resumes        measure how long a waiting run takes to go on, beside 100 and beside 10,000 others
              tally          measure counts of 100,000 ballots, beside reading them once
              list           say what there is

            Options: --seconds 10  --warmup 5  --connections 64  --threads 2  --rounds 1  --port 7200  --folder PATH
            """);
        return 2;
    }

    private CommandLine With(string option, string value) => option switch
    {
        "--seconds" => this with { Seconds = Number(option, value) },
        "--warmup" => this with { WarmUp = Number(option, value) },
        "--connections" => this with { Connections = Number(option, value) },
        "--threads" => this with { Threads = Number(option, value) },
        "--rounds" => this with { Rounds = Number(option, value) },
        "--port" => this with { Port = Number(option, value) },
        "--folder" => this with { Folder = Path.GetFullPath(value) },
        _ => throw new BenchmarkException($"There is no option {option}."),
    };

    private static int Number(string option, string value) =>
        int.TryParse(value, out var number) && number > 0
            ? number
            : throw new BenchmarkException($"{option} takes a whole number above zero, not '{value}'.");
}
