using EssConsult.Workflows.Contracts;

namespace EssConsult.Prize.Circuits;

/// <summary>What happens in editions, as circuits hear of it; a circuit may keep to some editions. A run is about the entry, the edition or the juror.</summary>
internal sealed class PrizeEvent : IActivity
{
    public const string Submitted = "EssEntrySubmittedEvent", Eligible = "EssEntryEligibleEvent", Ineligible = "EssEntryIneligibleEvent", Withdrawn = "EssEntryWithdrawnEvent", Complete = "EssScoreSheetsCompleteEvent",
        Late = "EssJurorLateEvent";

    internal static readonly ActivitySetting Editions = new("Editions", SettingKind.Texts, "Seulement ces éditions");

    public static IEnumerable<ActivityDescription> Descriptions { get; } =
    [
        Of(Submitted, "Un dossier est déposé", "ContentItem", "Edition", "User", "Entry", "Number"),
        Of(Eligible, "Un dossier est déclaré recevable", "ContentItem", "Edition", "User", "Entry", "Number"),
        Of(Ineligible, "Un dossier est déclaré irrecevable", "ContentItem", "Edition", "User", "Entry", "Number"),
        Of(Withdrawn, "Un dossier est retiré", "ContentItem", "Edition", "User", "Entry", "Number"),
        Of(Complete, "Toutes les grilles d’une édition sont données", "ContentItem", "Edition"),

        // User.UserName is the juror's name, User.Email an alias of their address; Deadline is a moment in UTC, Link an address on this site.
        Of(Late, "La notation ferme bientôt et il manque des grilles à un membre du jury", "ContentItem", "Edition", "User", "Left", "Deadline", "Link") with { Help = "Une fois par membre du jury et par rappel, tant de jours avant la fin que l’édition le dit." },
    ];

    public ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) =>
        ValueTask.FromResult(call.Settings.AnyTexts(Editions.Name) is var chosen && (chosen.Length == 0 || chosen.Contains(call.Input["Edition"]?.ToString())));

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Halt);

    public ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Done);

    private static ActivityDescription Of(string name, string title, params string[] offers) => new(name, ActivityCategory.Content, title) { IsEvent = true, Settings = [Editions], Offers = offers };
}
