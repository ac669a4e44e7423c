using EssConsult.Workflows.Contracts;

namespace EssConsult.Contributions.Circuits;

/// <summary>What happens to contributions, as circuits hear of it; a circuit may keep to some démarches.</summary>
internal sealed class ContributionEvent : IActivity
{
    public const string Submitted = "EssContributionSubmittedEvent", Published = "EssContributionPublishedEvent", Refused = "EssContributionRefusedEvent", Answered = "EssContributionAnsweredEvent",
        Commented = "EssContributionCommentedEvent", Reported = "EssContributionReportedEvent";

    /// <summary>What is sent waits until the circuit publishes it.</summary>
    public const string Holds = "EssHolds";

    internal static readonly ActivitySetting Processes = new("Processes", SettingKind.Texts, "Seulement ces démarches");

    public static IEnumerable<ActivityDescription> Descriptions { get; } =
    [
        Of(Submitted, "Une contribution est envoyée") with { Settings = [new(Holds, SettingKind.Flag, "Elle attend que ce circuit la publie"), Processes] },
        Of(Published, "Une contribution paraît"), Of(Refused, "Une contribution est refusée") with { Offers = ["ContentItem", "Process", "Author", "Motive"] },
        Of(Answered, "Une contribution reçoit sa réponse") with { Offers = ["ContentItem", "Process", "Author", "State"] },
        Of(Commented, "Une contribution est commentée") with { Offers = ["ContentItem", "Process", "Author", "User"] },
        Of(Reported, "Une contribution est signalée") with { Offers = ["ContentItem", "Process", "Author", "Motive"] },
    ];

    public static bool Concerns(System.Text.Json.Nodes.JsonObject settings, string? processId) =>
        settings.AnyTexts(Processes.Name) is var chosen && (chosen.Length == 0 || chosen.Contains(processId));

    public ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(Concerns(call.Settings, call.Input["Process"]?.ToString()));

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Halt);

    public ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Done);

    private static ActivityDescription Of(string name, string title) =>
        new(name, ActivityCategory.Contribution, title) { IsEvent = true, Settings = [Processes], Offers = ["ContentItem", "Process", "Author"] };
}
