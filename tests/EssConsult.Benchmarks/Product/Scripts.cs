using System.Text;

namespace EssConsult.Benchmarks.Product;

/// <summary>wrk's Lua for many people at once: each thread goes round its own part of them.</summary>
internal static class Scripts
{
    /// <summary>Reads a page as one person after the other.</summary>
    public static string Read(IEnumerable<Visit> visits, string path) => $$"""
        local requests, at = {}, 0
        function init(args)
        {{Lines(visits, visit => $"""requests[#requests + 1] = wrk.format("GET", {Quote(path)}, {Headers(visit)})""")}}
          at = math.random(#requests)
        end
        function request() at = at % #requests + 1; return requests[at] end
        """;

    /// <summary>Sends one form per person, one person after the other.</summary>
    public static string Post(IEnumerable<(Visit Visit, string Path, string Body)> forms) => $$"""
        local counter = 0
        function setup(thread) thread:set("start", counter); counter = counter + 1 end
        local requests, at = {}, 0
        function init(args)
        {{Lines(forms, form => $"""requests[#requests + 1] = wrk.format("POST", {Quote(form.Path)}, {FormHeaders(form.Visit)}, {Quote(form.Body)})""")}}
          at = math.floor(#requests / 2) * start
        end
        function request() at = at % #requests + 1; return requests[at] end
        """;

    /// <summary>
    /// Sends a form, then the form that its answer leads to, as the same person: with one connection a thread, each thread's answers
    /// come in the order of its requests. <see cref="Number"/> in a form is another number each time.
    /// </summary>
    public static string PostThenConfirm(IEnumerable<(Visit Visit, string Path, string Body)> forms, int threads) => $$"""
        local counter = 0
        function setup(thread) thread:set("start", counter); counter = counter + 1 end
        local people, at, next, sent = {}, 0, nil, 0
        function init(args)
        {{Lines(forms, form => $"people[#people + 1] = {{ {Quote(form.Path)}, {FormHeaders(form.Visit)}, {Quote(form.Body)}, {Quote(Token(form.Visit))} }}")}}
          at = math.floor(#people / {{threads}}) * start
        end
        function request()
          if next then return wrk.format("POST", next, people[at][2], people[at][4]) end
          at = at % #people + 1
          sent = sent + 1
          return wrk.format("POST", people[at][1], people[at][2], (people[at][3]:gsub({{Quote(Number)}}, sent * {{threads}} + start)))
        end
        function response(status, headers, body)
          local to = headers["Location"]
          next = nil
          if status == 302 and to and to:match("/relire$") then next = to end
        end
        """;

    public const string Number = "NUMBER";

    public static string Token(Visit visit) => "__RequestVerificationToken=" + Uri.EscapeDataString(visit.Token);

    private static string Headers(Visit visit) => $$"""{ ["Cookie"] = {{Quote(visit.Cookie)}}, ["X-Forwarded-For"] = {{Quote(visit.Address)}} }""";

    private static string FormHeaders(Visit visit) => Headers(visit)[..^1] + """, ["Content-Type"] = "application/x-www-form-urlencoded" }""";

    private static string Quote(string text) => $"[==[{text}]==]";

    private static StringBuilder Lines<T>(IEnumerable<T> entries, Func<T, string> line) =>
        entries.Aggregate(new StringBuilder(), (text, entry) => text.Append("  ").Append(line(entry)).Append('\n'));
}
