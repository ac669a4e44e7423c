namespace EssConsult.Benchmarks.Scenarios;

/// <param name="Path">With the query, from the slash on.</param>
/// <param name="Lua">wrk's script, for methods, headers and bodies; null for a plain GET.</param>
internal sealed record Load(string Path, string? Lua = null)
{
    /// <summary>A line for each person that the script plays; it gets the name of a file with them, and how many threads share them.</summary>
    public IEnumerable<string> People { get; init; } = [];

    /// <summary>Each connection a thread of its own, for scripts that must tell whose answer came.</summary>
    public bool ThreadPerConnection { get; init; }

    /// <param name="body">Without `]==]`, which ends a long string in Lua.</param>
    public static Load Post(string path, string contentType, string body) => new(path, $"""
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "{contentType}"
        wrk.body = [==[{body}]==]
        """);
}
