namespace EssConsult.Benchmarks.Report;

internal static class PerformanceDocument
{
    public const string Name = "docs/performance.md";

    private const string Begin = "<!-- results: written by the benchmarks, do not edit -->";
    private const string End = "<!-- end of results -->";

    /// <summary>Replaces what stands between the two markers.</summary>
    public static void Record(string report)
    {
        var path = Path.Combine(Repository.Root, Name);
        var text = File.ReadAllText(path);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new BenchmarkException($"{Name} has lost its markers '{Begin}' and '{End}'.");
        }

        File.WriteAllText(path, $"{text[..(begin + Begin.Length)]}\n{report}\n{text[end..]}");
    }
}
