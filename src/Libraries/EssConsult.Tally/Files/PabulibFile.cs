using System.Globalization;

namespace EssConsult.Tally.Files;

/// <summary>
/// A vote on a budget in the format of Pabulib (.pb): what was to be spent, projects with their costs, ballots. Read whatever the order of columns, names of parts in
/// small or capital letters, and written again byte for byte.
/// </summary>
/// <remarks>Format: D. Stolicki, S. Szufa and N. Talmon, « Pabulib », arXiv 2012.06539; pabulib.org/format.</remarks>
public sealed class PabulibFile
{
    internal List<PabulibRow> Rows { get; } = [];

    internal string LineEnd { get; set; } = "\n";

    internal bool IsClosed { get; set; } = true;

    /// <summary>Keys of the first part; a key's value as text.</summary>
    public IReadOnlyDictionary<string, string> Meta { get; internal init; } = new Dictionary<string, string>();

    /// <summary>Ids of the projects.</summary>
    public required OptionList Projects { get; init; }

    /// <summary>In the options' order, where the file has names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Digits behind the point: <see cref="Budget"/> and <see cref="Costs"/> are whole numbers of such parts, 2 for cents.</summary>
    public required int Decimals { get; init; }

    public required long Budget { get; init; }

    public required IReadOnlyDictionary<string, long> Costs { get; init; }

    /// <summary>Projects that the file marks with 1; empty where it does not say. A 2, found where a city funded a part or with other money, is not one.</summary>
    public required IReadOnlySet<string> Selected { get; init; }

    /// <summary>Approvals for vote types approval and choose-1, rankings for ordinal, grades for cumulative and scoring.</summary>
    public required Ballots Ballots { get; init; }

    /// <param name="reader">The file.</param>
    /// <param name="keepRows">Whether it will be written again; ballots alone take less memory.</param>
    /// <exception cref="BallotFileException">Not such a file.</exception>
    public static PabulibFile Read(TextReader reader, bool keepRows = true) => new PabulibReader(reader, keepRows).Read();

    /// <summary>A file of approvals. Ballots are sorted by what they approve and numbered, so that their order says nothing of who came when; blank ones are left out.</summary>
    /// <param name="rule">Gives the budget and the costs.</param>
    /// <param name="ballots">Approvals only.</param>
    /// <param name="names">In the options' order.</param>
    /// <param name="selected">Ids of what was funded.</param>
    /// <param name="meta">Further keys, such as description, country, unit and instance.</param>
    public static PabulibFile Of(TallyRule rule, Ballots ballots, IReadOnlyList<string> names, IReadOnlySet<string> selected, IEnumerable<KeyValuePair<string, string>> meta)
    {
        var (options, costs) = (ballots.Options, rule.Costs ?? throw new ArgumentException("A budget has costs.", nameof(rule)));
        var box = new Ballots(options);
        var votes = new long[options.Count];
        var grouped = ballots.Grouped();
        foreach (var row in Enumerable.Range(0, grouped.Rows).Where(row => grouped[row].Kind == BallotKind.Approvals && !grouped[row].IsBlank))
        {
            box.Add(grouped[row]);
            foreach (var option in grouped[row].Data)
            {
                votes[option] += grouped[row].Count;
            }
        }

        KeyValuePair<string, string>[] own = [new("num_projects", Text(options.Count)), new("num_votes", Text(box.Total)), new("budget", Text(rule.Budget ?? 0)), new("vote_type", "approval")];
        var all = meta.Where(pair => !own.Any(mine => mine.Key == pair.Key)).Concat(own).ToDictionary(StringComparer.Ordinal);
        var file = new PabulibFile { Meta = all, Projects = options, Names = names, Decimals = 0, Budget = rule.Budget ?? 0, Costs = costs, Selected = selected, Ballots = box };
        file.Rows.AddRange([new(["META"]), new(["key", "value"]), .. all.Select(pair => new PabulibRow([pair.Key, pair.Value]))]);
        file.Rows.AddRange([new(["PROJECTS"]), new(["project_id", "cost", "votes", "name", "selected"])]);
        file.Rows.AddRange(options.Select((id, option) => new PabulibRow([id, Text(costs[id]), Text(votes[option]), names[option], selected.Contains(id) ? "1" : "0"])));
        file.Rows.AddRange([new(["VOTES"]), new(["voter_id", "vote"])]);
        long voter = 0;
        for (var row = 0; row < box.Rows; row++)
        {
            var vote = string.Join(',', box[row].Data.ToArray().Select(option => options[option]));
            for (long again = 0; again < box[row].Count; again++)
            {
                file.Rows.Add(new PabulibRow([Text(++voter), vote]));
            }
        }

        return file;
    }

    /// <exception cref="InvalidOperationException">The file was read without keeping its rows.</exception>
    public void Write(TextWriter writer)
    {
        if (Rows.Count == 0)
        {
            throw new InvalidOperationException("The rows were not kept.");
        }

        foreach (var (index, row) in Rows.Index())
        {
            writer.Write(index == 0 ? row.ToString() : LineEnd + row);
        }

        writer.Write(IsClosed ? LineEnd : "");
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
