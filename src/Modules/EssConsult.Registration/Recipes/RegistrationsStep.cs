using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace EssConsult.Registration.Recipes;

/// <summary>Recipe step <c>EssRegistrations</c>: people of the demonstration who come to an event, with their workshops and needs. Played again, it adds nobody twice.</summary>
internal sealed class RegistrationsStep(Registering registering) : IRecipeStep
{
    public string Name => "EssRegistrations";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var count = 0;
        foreach (var json in (step["Registrations"] as JsonArray ?? []).OfType<JsonObject>())
        {
            await registering.RegisterAsync(Read(json), ct);
            count++;
        }

        return new RecipeStepReport(RecipeStepOutcome.Done, "{0} inscriptions.", count);
    }

    private static RegisterForEvent Read(JsonObject json)
    {
        var (eventId, person) = (Text(json, "EventId"), Text(json, "PersonId"));
        return new RegisterForEvent
        {
            EventId = eventId, FormKey = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{eventId}/{person}")).AsSpan(0, 16)), PersonId = person, Name = Text(json, "Name"), Organisation = json["Organisation"]?.ToString(),
            IsProved = true, Source = RegistrationSource.Organiser,
            Workshops = [.. (json["Workshops"] as JsonArray ?? []).Select(id => id!.ToString())],
            Needs = [.. (json["Needs"] as JsonArray ?? []).Select(need => (Enum.Parse<NeedKind>(need!.ToString()), (string?)null))],
        };
    }

    /// <exception cref="RuleException">A registration does not say for what, or who.</exception>
    private static string Text(JsonObject json, string member) =>
        json[member]?.ToString() is { Length: > 0 } text ? text : throw new RuleException("recipe.registration", "Une inscription du modèle n’a pas de « {0} ».", member);
}
