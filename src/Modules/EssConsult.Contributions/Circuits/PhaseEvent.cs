using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;

namespace EssConsult.Contributions.Circuits;

/// <summary>What time does to démarches, as circuits hear of it: an étape opens or closes, a date draws near. A run is about the démarche.</summary>
internal sealed class PhaseEvent : IActivity
{
    public const string Opened = "EssPhaseOpenedEvent", Closed = "EssPhaseClosedEvent", Approaching = "EssDeadlineApproachingEvent";

    /// <summary>How many days before a date, where a circuit does not say.</summary>
    private const int UsualDays = 7;
    private const int MostDays = 365;
    private static readonly ActivitySetting Days = new(nameof(Days), SettingKind.Number, "Combien de jours avant");

    public static IEnumerable<ActivityDescription> Descriptions { get; } =
    [
        Of(Opened, "Une étape ouvre"), Of(Closed, "Une étape se termine"),
        Of(Approaching, "Une date approche") with
        {
            Help = "La fin d’une étape, ou le jour promis pour les réponses d’une démarche ; sept jours avant si rien n’est dit.", Settings = [Days, ContributionEvent.Processes], Offers = ["ContentItem", "Process", "Phase", "Title", "Date", nameof(Days)],
        },
    ];

    /// <summary>1 to 365.</summary>
    public static int DaysOf(JsonObject settings) => int.TryParse(settings.AnyText(Days.Name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var days) && days > 0 ? Math.Min(days, MostDays) : UsualDays;

    public ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(
        ContributionEvent.Concerns(call.Settings, call.Input["Process"]?.ToString()) && (call.Input[Days.Name] is not { } days || days.ToString() == DaysOf(call.Settings).ToString(CultureInfo.InvariantCulture)));

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Halt);

    public ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Done);

    private static ActivityDescription Of(string name, string title) =>
        new(name, ActivityCategory.Time, title) { IsEvent = true, Settings = [ContributionEvent.Processes], Offers = ["ContentItem", "Process", "Phase", "Title", "Date"] };
}

/// <summary>A moment of a démarche: an étape opens or closes, or a date is some days away.</summary>
/// <param name="Event">The activity that hears of it.</param>
/// <param name="Phase">Null for the day on which answers are promised.</param>
/// <param name="AtUtc">When it comes to pass.</param>
/// <param name="DateUtc">The date that it is about.</param>
/// <param name="Days">How long before that date; null for the date itself.</param>
internal sealed record PhaseMoment(string Event, Process Process, Phase? Phase, DateTime AtUtc, DateTime DateUtc, int? Days)
{
    public string SubjectId => Phase?.Id ?? Process.Id;

    /// <summary>Tells it from other moments of the same subject.</summary>
    public string Kind => Days is { } days ? string.Create(CultureInfo.InvariantCulture, $"{Event}/{days}") : Event;

    public WorkflowTrigger Trigger => new(Event, Process.Id, new JsonObject
    {
        ["ContentItem"] = WorkflowTrigger.ContentPointer(Process.Id), ["Process"] = Process.Id, ["Phase"] = Phase?.Id, ["Title"] = Phase?.Title ?? Process.Title,
        ["Date"] = DateUtc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), ["Days"] = Days,
    });

    /// <summary>Every moment of a démarche, past and to come.</summary>
    /// <param name="process">The démarche.</param>
    /// <param name="days">How many days before a date circuits want to hear of it.</param>
    public static IEnumerable<PhaseMoment> Of(Process process, IReadOnlyCollection<int> days)
    {
        foreach (var phase in process.Phases)
        {
            if (phase.StartsUtc is { } starts)
            {
                yield return new PhaseMoment(PhaseEvent.Opened, process, phase, starts, starts, null);
            }

            if (phase.EndsUtc is { } ends)
            {
                yield return new PhaseMoment(PhaseEvent.Closed, process, phase, ends, ends, null);
                foreach (var before in days)
                {
                    yield return new PhaseMoment(PhaseEvent.Approaching, process, phase, ends.AddDays(-before), ends, before);
                }
            }
        }

        foreach (var before in process.AnswerByUtc is null ? [] : days)
        {
            yield return new PhaseMoment(PhaseEvent.Approaching, process, null, process.AnswerByUtc!.Value.AddDays(-before), process.AnswerByUtc.Value, before);
        }
    }
}
