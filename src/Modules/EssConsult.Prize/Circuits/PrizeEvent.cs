using EssConsult.Workflows.Contracts;

namespace EssConsult.Prize.Circuits;

/// <summary>What happens in editions, as circuits hear of it; a circuit may keep to some editions. A run is about the entry, or about the edition.</summary>
internal sealed class PrizeEvent : IActivity
{
    public const string Submitted = "EssEntrySubmittedEvent", Eligible = "EssEntryEligibleEvent", Complete = "EssScoreSheetsCompleteEvent";

    internal static readonly ActivitySetting Editions = new("Editions", SettingKind.Texts, "Seulement ces éditions");

    public static IEnumerable<ActivityDescription> Descriptions { get; } =
    [
        Of(Submitted, "Un dossier est déposé", "ContentItem", "Edition", "User", "Entry", "Number"),
        Of(Eligible, "Un dossier est déclaré recevable", "ContentItem", "Edition", "User", "Entry", "Number"),
        Of(Complete, "Toutes les grilles d’une édition sont données", "ContentItem", "Edition"),
    ];

    public ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) =>
        ValueTask.FromResult(call.Settings.AnyTexts(Editions.Name) is var chosen && (chosen.Length == 0 || chosen.Contains(call.Input["Edition"]?.ToString())));

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Halt);

    public ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Done);

    private static ActivityDescription Of(string name, string title, params string[] offers) => new(name, ActivityCategory.Content, title) { IsEvent = true, Settings = [Editions], Offers = offers };
}
