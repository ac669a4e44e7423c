using EssConsult.Tally;
using Microsoft.EntityFrameworkCore;
using static EssConsult.Content.Contracts.PartMemberKind;

namespace EssConsult.Voting.Ballots;

/// <summary>Makes any content votable: when the page is published, a vote about it is prepared; the team opens it.</summary>
internal sealed record BallotPart
{
    /// <summary>A <see cref="TallyMethod"/>; null leaves the page without a vote.</summary>
    public string? Method { get; init; }

    public DateTime? Opens { get; init; }

    public DateTime? Closes { get; init; }
}

internal sealed class BallotPartForm : IPartForm
{
    public string PartName => nameof(BallotPart);

    public string Label => "Vote";

    public IReadOnlyList<PartMember> MembersOf(string contentType) =>
    [
        new(nameof(BallotPart.Method), "Mettre cette page au vote", Choice) { Hint = "Un vote est préparé à la publication ; vous l’ouvrez depuis « Votes ».", Choices = [new(string.Empty, "Non"), .. BallotWords.Usual.Select(method => new PartChoice(method.ToString(), method.Label()))] },
        new(nameof(BallotPart.Opens), "Le vote ouvre", Moment) { Hint = "Heure de Paris." },
        new(nameof(BallotPart.Closes), "Le vote ferme", Moment) { Hint = "Heure de Paris." },
    ];
}

/// <summary>Keeps the draft of a page’s vote in step with the page; a vote that is open is left alone: its rule is frozen.</summary>
internal sealed class BallotProjection(SiteDb db, TimeProvider clock) : IContentHandler
{
    public Task ChangingAsync(ContentChange change, CancellationToken ct) => Task.CompletedTask;

    public async Task ChangedAsync(ContentChange change, CancellationToken ct)
    {
        if (change.Act is not ContentAct.Publish || change.Type?.FindPart(nameof(BallotPart)) is null || change.Item.Part<BallotPart>() is not { Method: { Length: > 0 } method } part || !Enum.TryParse<TallyMethod>(method, out var known))
        {
            return;
        }

        var title = TypedText.Line(change.Item.DisplayText, Ballot.LongestTitle);
        var ballot = await db.Set<Ballot>().FirstOrDefaultAsync(row => row.ContentItemId == change.Item.ContentItemId, ct);
        if (ballot is null)
        {
            ballot = db.Add(new Ballot { Title = title, Draft = new BallotRule { Title = title, Questions = [QuestionEditing.New("q1", title, new QuestionSettings { Method = known })] }.Write(), ContentItemId = change.Item.ContentItemId, CreatedUtc = clock.UtcNow() }).Entity;
        }

        if (ballot.State == BallotState.Draft)
        {
            ballot.Describe(ballot.Plan with { Id = ballot.Id.ToString(), Title = title, OpensUtc = part.Opens?.AsUtc() ?? ballot.OpensUtc, ClosesUtc = part.Closes?.AsUtc() ?? ballot.ClosesUtc });
        }
    }
}
