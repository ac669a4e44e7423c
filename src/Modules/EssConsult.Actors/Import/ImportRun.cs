namespace EssConsult.Actors.Import;

/// <summary>One pass over a file: what it has met so far, and the sums of its report.</summary>
internal sealed class ImportRun(ActorImport import, bool apply, DateTime now)
{
    private static readonly Remark OtherPlace = new("Déjà lue ligne {0}, à une autre position : la première est gardée.");
    private static readonly Remark OtherFacts = new("Déjà lue ligne {0}, avec d’autres informations : les premières sont gardées.");
    private int rank;
    private int lastLine;
    private int lastFlagged;

    public IdentityIndex<Met> Seen { get; } = new();

    public bool Apply => apply;

    public DateTime Now => now;

    public ActorState StateOfNew => import.AsProposals ? ActorState.Proposed : ActorState.Published;

    /// <summary>Remembers a structure of the file by the names of both: those of the line and those of the directory.</summary>
    public void See(Identity identity, Actor actor, ActorRecord record)
    {
        var met = new Met(actor.Id, record.Line, record.Facts);
        Seen.Add(identity, met);
        if (Identity.Of(actor) is var stored && stored != identity)
        {
            Seen.Add(stored, met);
        }
    }

    public ActorImportLine ReportAgain(ActorRecord record, Met first)
    {
        var differs = !SamePlace(record.Facts, first.Facts) ? OtherPlace : record.Facts.Over(first.Facts) != first.Facts ? OtherFacts : null;
        return differs is null
            ? Report(record, LineOutcome.Repeated, first.ActorId, first.Facts.Name, [])
            : Report(record, LineOutcome.Repeated, first.ActorId, first.Facts.Name, [differs with { Values = [$"{first.Line}"] }]);
    }

    public ActorImportLine Report(ActorRecord record, LineOutcome outcome, Actor? actor, params Remark[] more) =>
        Report(record, outcome, actor?.Id, record.Facts.Name.Length > 0 ? record.Facts.Name : actor?.Name, more);

    private ActorImportLine Report(ActorRecord record, LineOutcome outcome, Guid? actorId, string? name, Remark[] more)
    {
        Remark[] remarks = [.. record.Remarks, .. more];
        Count(record.Line, outcome, remarks.Length > 0);
        return new ActorImportLine
        {
            ImportId = import.Id, Rank = ++rank, Line = record.Line, Name = name ?? string.Empty, Outcome = outcome, ActorId = apply ? actorId : null, Remarks = remarks,
        };
    }

    private static bool SamePlace(ActorFacts one, ActorFacts other) => one.Position is null || one.Position.IsSamePlace(other.Position);

    private void Count(int line, LineOutcome outcome, bool flagged)
    {
        _ = outcome switch
        {
            LineOutcome.Created => import.Created++,
            LineOutcome.Updated => import.Updated++,
            LineOutcome.Unchanged => import.Unchanged++,
            LineOutcome.Repeated => import.Repeated++,
            _ => import.Refused++,
        };
        import.Lines += line == lastLine ? 0 : 1;
        import.FlaggedLines += flagged && line != lastFlagged ? 1 : 0;
        (lastLine, lastFlagged) = (line, flagged ? line : lastFlagged);
    }
}

/// <summary>A structure that the file has named before.</summary>
internal sealed record Met(Guid ActorId, int Line, ActorFacts Facts);
