using EssConsult.Workflows.Contracts;

namespace EssConsult.Registration.Circuits;

/// <summary>What happens to registrations, as circuits hear of it; a circuit may keep to some events. A run is about the registration.</summary>
internal sealed class RegistrationEvent : IActivity
{
    public const string Registered = "EssPersonRegisteredEvent", Promoted = "EssPersonPromotedEvent", Ended = "EssRegistrationEndedEvent", CheckedIn = "EssPersonCheckedInEvent", Absent = "EssPersonAbsentEvent",
        Requested = "EssRegistrationRequestedEvent";

    internal static readonly ActivitySetting Events = new("Events", SettingKind.Texts, "Seulement ces rendez-vous");

    public static IEnumerable<ActivityDescription> Descriptions { get; } =
    [
        Of(Requested, "Une inscription attend l’accord de l’équipe") with { Help = "À un rendez-vous dont chaque inscription est approuvée." },
        Of(Registered, "Une personne s’inscrit à un rendez-vous"), Of(Promoted, "Une place se libère pour une personne en attente"),
        Of(CheckedIn, "Une personne arrive à un rendez-vous"), Of(Absent, "Une personne inscrite n’est pas venue"),
        Of(Ended, "Une inscription se termine") with { Offers = ["ContentItem", "Event", "User", "Registration", "State", "Reason"] },
    ];

    public ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) =>
        ValueTask.FromResult(call.Settings.AnyTexts(Events.Name) is var chosen && (chosen.Length == 0 || chosen.Contains(call.Input["Event"]?.ToString())));

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Halt);

    public ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Done);

    private static ActivityDescription Of(string name, string title) =>
        new(name, ActivityCategory.Person, title) { IsEvent = true, Settings = [Events], Offers = ["ContentItem", "Event", "User", "Registration", "State"] };
}
