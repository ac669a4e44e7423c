namespace EssConsult.Architecture.Tests.Authorization;

/// <summary>The table of <c>authorization.txt</c>.</summary>
internal sealed record Expectations(IReadOnlyList<string> Roles, IReadOnlyDictionary<string, Expectation> Lines)
{
    public const string File = "tests/EssConsult.Architecture.Tests/Authorization/authorization.txt";

    public static Expectations Read()
    {
        var lines = Sources.Read(File).Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#')).Select(Words).ToList();
        return new Expectations(lines[0][3..], lines.Skip(1).ToDictionary(words => $"{words[0]} {words[1]}", words => new Expectation(words[2], words[3..])));
    }

    public string Of(Door door, string role) => Lines[door.Key].Outcomes[Roles.ToList().IndexOf(role)];

    public static string Format(IEnumerable<string> words) =>
        string.Concat(words.Select((word, column) => column switch { 0 => $"{word,-6} ", 1 => $"{word,-62} ", 2 => $"{word,-23} ", _ => $"{word,-14}" })).TrimEnd();

    private static string[] Words(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}

/// <param name="Statement">What the endpoint states: a permission, <c>public</c> or <c>signed-in</c>.</param>
internal sealed record Expectation(string Statement, IReadOnlyList<string> Outcomes);
