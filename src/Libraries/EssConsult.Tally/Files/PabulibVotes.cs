namespace EssConsult.Tally.Files;

/// <summary>The last part of a .pb file.</summary>
internal sealed class PabulibVotes(LineReader lines, OptionList options, string type, int vote, int points)
{
    private readonly List<int> chosen = [];

    public Ballots Ballots { get; } = new(options);

    public void Add(PabulibRow row)
    {
        chosen.Clear();
        foreach (var range in row[vote].AsSpan().Split(','))
        {
            var id = row[vote].AsSpan(range).Trim();
            if (!id.IsEmpty)
            {
                chosen.Add(options.IndexOf(id.ToString()) is >= 0 and var option ? option : throw lines.Fault(BallotFileFault.Option, $"No project has the id \"{id}\"."));
            }
        }

        try
        {
            Add(row, [.. chosen]);
        }
        catch (ArgumentException)
        {
            throw lines.Fault(BallotFileFault.Repeated, "A project stands twice on a ballot.");
        }
    }

    private void Add(PabulibRow row, int[] ids)
    {
        switch (type.ToLowerInvariant())
        {
            case "approval" or "choose-1":
                Ballots.AddApprovals(ids);
                break;
            case "ordinal":
                Ballots.AddRanking(ids);
                break;
            case "cumulative" or "scoring":
                var given = points < 0 || row[points].Length == 0 ? [] : row[points].Split(',');
                if (given.Length != ids.Length)
                {
                    throw lines.Fault(BallotFileFault.Count, $"There are {ids.Length} projects and {given.Length} numbers of points.");
                }

                Ballots.AddGrades([.. ids.Select((option, index) => (option, (int)lines.Integer(given[index], int.MaxValue, "A number of points")))]);
                break;
            default:
                throw new BallotFileException(0, BallotFileFault.Syntax, $"The vote type \"{type}\" is not known.");
        }
    }
}
