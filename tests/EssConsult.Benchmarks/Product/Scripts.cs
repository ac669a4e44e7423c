using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Product;

/// <summary>What wrk does as many people at once: each of its threads reads its own part of them from a file, and goes round it.</summary>
internal static class Scripts
{
    public const string Number = "NUMBER", Nonce = "NONCE", Seat = "SEAT";

    /// <summary>Each thread has its own Lua: what all of them prepared for everybody, wrk would collect as garbage while the server is measured.</summary>
    private const string People = """
        local counter = 0
        function setup(thread) thread:set("start", counter); counter = counter + 1 end
        local people, at = {}, 0
        function init(args)
          local threads, number = tonumber(args[2]), 0
          for line in io.lines(args[1]) do
            if number % threads == start then
              local path, cookie, address, body, token = line:match("^(.-)\t(.-)\t(.-)\t(.-)\t(.-)$")
              people[#people + 1] = prepare(path, { ["Cookie"] = cookie, ["X-Forwarded-For"] = address, ["Content-Type"] = "application/x-www-form-urlencoded" }, body, token)
            end
            number = number + 1
          end
        end

        """;

    private const string Each = """
        function request() at = at % #people + 1; return people[at] end
        """;

    private const string Reading = """
        function prepare(path, headers) headers["Content-Type"] = nil; return wrk.format("GET", path, headers) end

        """;

    private const string Posting = """
        function prepare(path, headers, body) return wrk.format("POST", path, headers, body) end

        """;

    private const string PostingThenConfirming = $$"""
        local next, sent, run = nil, 0, os.time()
        function prepare(path, headers, body, token) return { path, headers, body, token } end
        function request()
          if next then return wrk.format("POST", next, people[at][2], people[at][4]) end
          at = at % #people + 1
          sent = sent + 1
          return wrk.format("POST", people[at][1], people[at][2], (people[at][3]:gsub("{{Number}}", start .. "-" .. run .. "-" .. sent)))
        end
        function response(status, headers, body)
          local to = headers["Location"]
          next = nil
          if status == 302 and to and to:match("/relire$") then next = to end
        end
        """;

    private const string PostingAnew = $$"""
        local sent, run = 0, os.time()
        function prepare(path, headers, body) return { path, headers, body } end
        function request()
          at = at % #people + 1
          sent = sent + 1
          return wrk.format("POST", people[at][1], people[at][2], (people[at][3]:gsub("{{Number}}", start .. "-" .. run .. "-" .. sent)))
        end
        """;

    private const string PostingJson = $$"""
        local sent, run = 0, os.time()
        function prepare(path, headers, body, token)
          headers["Content-Type"], headers["Accept"], headers["X-Form-Token"] = "application/json", "application/json", token:match("=(.*)$")
          return { path, headers, body }
        end
        function request()
          at = at % #people + 1
          sent = sent + 1
          local nonce = string.format("%08x-%04x-4000-8000-%012x", run, start, sent)
          local seat = string.format("%08x-0000-4000-8000-000000000000", (run * 4001 + sent * 2 + start) % SEATS + 1)
          return wrk.format("POST", people[at][1], people[at][2], (people[at][3]:gsub("{{Nonce}}", nonce):gsub("{{Seat}}", seat)))
        end
        """;

    /// <summary>
    /// Sends JSON as one person after the other. <see cref="Nonce"/> in it is another identifier each time, <see cref="Seat"/> that of one
    /// of so many seats.
    /// </summary>
    public static Load PostJson(IReadOnlyList<(Visit Visit, string Path, string Body)> forms, int seats) =>
        new(forms[0].Path, People + PostingJson.Replace("SEATS", seats.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)) { People = forms.Select(form => Line(form.Visit, form.Path, form.Body)) };

    /// <summary>Sends one form per person, one person after the other; <see cref="Number"/> in it is another number each time.</summary>
    public static Load PostAnew(IReadOnlyList<(Visit Visit, string Path, string Body)> forms) =>
        new(forms[0].Path, People + PostingAnew) { People = forms.Select(form => Line(form.Visit, form.Path, form.Body)) };

    /// <summary>Reads a page as one person after the other.</summary>
    public static Load Read(IEnumerable<Visit> visits, string path) =>
        new(path, People + Reading + Each) { People = visits.Select(visit => Line(visit, path, string.Empty)) };

    /// <summary>Sends one form per person, one person after the other.</summary>
    public static Load Post(IReadOnlyList<(Visit Visit, string Path, string Body)> forms) =>
        new(forms[0].Path, People + Posting + Each) { People = forms.Select(form => Line(form.Visit, form.Path, form.Body)) };

    /// <summary>
    /// Sends a form, then the form that its answer leads to, as the same person: with one connection a thread, each thread's answers
    /// come in the order of its requests. <see cref="Number"/> in a form is another number each time.
    /// </summary>
    public static Load PostThenConfirm(IReadOnlyList<(Visit Visit, string Path, string Body)> forms) =>
        new(forms[0].Path, People + PostingThenConfirming) { People = forms.Select(form => Line(form.Visit, form.Path, form.Body)), ThreadPerConnection = true };

    public static string Token(Visit visit) => "__RequestVerificationToken=" + Uri.EscapeDataString(visit.Token);

    private static string Line(Visit visit, string path, string body) => string.Join('\t', path, visit.Cookie, visit.Address, body, Token(visit));
}
