using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Circuits;

/// <summary>What happens to votes, as circuits hear of it: never what anybody voted.</summary>
internal sealed class BallotEvent : IActivity
{
    public const string Opened = "EssBallotOpenedEvent", Closed = "EssBallotClosedEvent";

    public static IEnumerable<ActivityDescription> Descriptions { get; } = [Of(Opened, "Un vote est ouvert"), Of(Closed, "Un vote est clos")];

    public ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(true);

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Halt);

    public ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Done);

    private static ActivityDescription Of(string name, string title) => new(name, ActivityCategory.Content, title) { IsEvent = true, Offers = ["Ballot", "Title", "Path"] };
}

/// <summary>Tells circuits of votes by id, title and address.</summary>
internal sealed class BallotTriggers(SiteDb db, IWorkflows workflows) : IHandle<BallotOpened>, IHandle<BallotClosed>, IEventSamples
{
    private const int Shown = 20;

    public Task HandleAsync(BallotOpened happened, CancellationToken ct) => TellAsync(BallotEvent.Opened, happened.BallotId, ct);

    public Task HandleAsync(BallotClosed happened, CancellationToken ct) => TellAsync(BallotEvent.Closed, happened.BallotId, ct);

    public async Task<IReadOnlyList<EventSample>> ListAsync(string eventName, CancellationToken ct) => eventName is not (BallotEvent.Opened or BallotEvent.Closed) ? []
        : [.. (await db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.State != Ballots.BallotState.Draft).OrderByDescending(ballot => ballot.OpenedUtc).Take(Shown).ToListAsync(ct)).Select(ballot => new EventSample(ballot.Id.ToString(), ballot.Title, Of(eventName, ballot)))];

    private async Task TellAsync(string name, Guid id, CancellationToken ct)
    {
        if (await db.Set<Ballot>().AsNoTracking().FirstOrDefaultAsync(ballot => ballot.Id == id, ct) is { } ballot)
        {
            await workflows.TriggerAsync(Of(name, ballot), ct);
        }
    }

    private static WorkflowTrigger Of(string name, Ballot ballot) => new(name, ballot.Id.ToString(), new JsonObject { ["Ballot"] = ballot.Id.ToString(), ["Title"] = ballot.Title, ["Path"] = $"/votes/{ballot.Id}" });
}
