using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EssConsult.Actors.Contracts;
using EssConsult.Content.Contracts;

namespace EssConsult.Actors.Import;

/// <summary><c>EssActors</c>: <c>Actors[{ActorId, Name, Family, SectorTermId, Commune, Description, Website, Members[]}]</c>.</summary>
internal sealed class DemoActorsStep(IDemoActors actors) : IRecipeStep
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true, Converters = { new JsonStringEnumConverter() } };

    public string Name => "EssActors";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var told = step["Actors"].Deserialize<DemoActor[]>(Json) ?? [];
        await actors.PutAsync(told, ct);
        return new RecipeStepReport(RecipeStepOutcome.Done, "{0} structures fictives.", told.Length);
    }
}
