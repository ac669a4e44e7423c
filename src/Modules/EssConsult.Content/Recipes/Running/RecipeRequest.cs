using EssConsult.Kernel.Security;

namespace EssConsult.Content.Recipes;

/// <param name="ActorId">A person's id, or the name of the command.</param>
/// <param name="Parameters">What <c>parameters('…')</c> gives; a missing one is the empty text.</param>
internal sealed record RecipeRequest(string ActorId, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Hears of each step as it ends.</summary>
    public Func<Recipe, RecipeRunStep, Task> Progress { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>How many recipes lie around this one.</summary>
    public int Depth { get; init; }

    /// <summary>What Orchard asks for at set-up and this site knows already.</summary>
    public IReadOnlyDictionary<string, string> WithSite(SiteSettings settings)
    {
        var all = new Dictionary<string, string>(Parameters);
        all.TryAdd("SiteName", settings.SiteName);
        return all;
    }

    public static RecipeRequest ByCommand(string name) => new(name, new Dictionary<string, string>());

    public static RecipeRequest By(CurrentPerson person) => new(person.RequiredId, new Dictionary<string, string>
    {
        ["AdminUserId"] = person.RequiredId,
        ["AdminUsername"] = person.DisplayName ?? string.Empty,
    });
}
