using EssConsult.Workflows.Contracts;

namespace EssConsult.Contributions.Circuits;

/// <summary>A contribution that waits is decided on the moderator's desk, where it is read.</summary>
internal sealed class ModerationPlace : IUserTaskPlace
{
    public string? AddressOf(ContentItem item) => item is { ContentType: ContributionProjection.ContentType, Published: false } ? "/admin/moderation?texte=contribution-" + item.ContentItemId : null;
}

/// <summary>Where circuits decide about contributions in place of the démarche's own policy, or of a moderator alone.</summary>
internal sealed class CircuitModeration(IWorkflows workflows, IUserTasks tasks)
{
    /// <summary>How the démarche's texts are read: before publication as soon as a circuit holds them.</summary>
    public ModerationPolicy PolicyOf(Process process) =>
        workflows.StartsOn(ContributionEvent.Submitted).Any(settings => settings.AnyText(ContributionEvent.Holds) is "true" or "True" && ContributionEvent.Concerns(settings, process.Id))
            ? ModerationPolicy.Before
            : process.Moderation;

    /// <exception cref="RuleException">A circuit waits for a decision: deciding past it would leave it waiting, and its rule broken.</exception>
    public async Task RefuseToPassByAsync(string contentItemId, CancellationToken ct)
    {
        if ((await tasks.ListAsync(contentItemId, ct)) is [var task, ..])
        {
            throw new RuleException("moderation.circuit", "Le circuit « {0} » décide pour ce texte : répondez à sa question.", task.Circuit);
        }
    }
}
