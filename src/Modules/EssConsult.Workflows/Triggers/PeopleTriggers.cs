using System.Text.Json.Nodes;
using EssConsult.Accounts.Contracts;
using EssConsult.Workflows.Contracts;

namespace EssConsult.Workflows.Triggers;

/// <summary>What happens to accounts, by Orchard's names. Who is erased is told by an id that leads to nobody.</summary>
internal sealed class PeopleTriggers(IWorkflows workflows) : IHandle<PersonIdentified>, IHandle<PersonChanged>, IHandle<PersonErased>
{
    public static IEnumerable<ActivityDescription> Descriptions { get; } =
    [
        Of("UserCreatedEvent", "Un compte est créé"), Of("UserConfirmedEvent", "Une adresse est confirmée"), Of("UserLoggedInEvent", "Une personne se connecte"),
        Of("UserUpdatedEvent", "Un compte est modifié"), Of("UserEnabledEvent", "Un compte est rétabli"), Of("UserDisabledEvent", "Un compte est suspendu"), Of("UserDeletedEvent", "Un compte est effacé"),
    ];

    // An account begins when its address is proved: both happen at once here.
    public Task HandleAsync(PersonIdentified happened, CancellationToken ct) =>
        TellAsync(happened.PersonId, happened.IsNew ? ["UserCreatedEvent", "UserConfirmedEvent", "UserLoggedInEvent"] : ["UserLoggedInEvent"], ct);

    public Task HandleAsync(PersonChanged happened, CancellationToken ct) =>
        TellAsync(happened.PersonId, [happened.Suspended switch { true => "UserDisabledEvent", false => "UserEnabledEvent", null => "UserUpdatedEvent" }], ct);

    public Task HandleAsync(PersonErased happened, CancellationToken ct) => TellAsync(happened.PersonId, ["UserDeletedEvent"], ct);

    private async Task TellAsync(string personId, string[] names, CancellationToken ct)
    {
        foreach (var name in names)
        {
            await workflows.TriggerAsync(new WorkflowTrigger(name, personId, new JsonObject { ["User"] = WorkflowTrigger.PersonPointer(personId) }), ct);
        }
    }

    private static ActivityDescription Of(string name, string title) => new(name, ActivityCategory.Person, title) { Offers = ["User"] };
}
