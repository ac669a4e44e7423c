namespace EssConsult.Benchmarks.Scenarios;

/// <param name="Path">With the query, from the slash on.</param>
/// <param name="Lua">wrk's script, for methods, headers and bodies; null for a plain GET.</param>
internal sealed record Load(string Path, string? Lua = null)
{
    /// <param name="body">Without `]==]`, which ends a long string in Lua.</param>
    public static Load Post(string path, string contentType, string body) => new(path, $"""
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "{contentType}"
        wrk.body = [==[{body}]==]
        """);
}
