namespace EssConsult.Benchmarks.Measuring;

/// <param name="Assembly">Path of the .dll that `dotnet` runs.</param>
internal sealed record ServerLaunch(string Assembly, IReadOnlyList<string> Arguments)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Answered with 2xx once the server is ready.</summary>
    public string ReadyPath { get; init; } = "/";
}
