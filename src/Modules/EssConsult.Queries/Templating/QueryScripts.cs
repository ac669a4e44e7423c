using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Queries.Running;
using EssConsult.Queries.Stored;
using EssConsult.Workflows.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Queries.Templating;

/// <summary><c>executeQuery(name, parameters)</c> in the scripts of recipes and circuits, by Orchard's name. They act for the site: every published item, no draft.</summary>
internal sealed class QueryScripts : IRecipeGlobals, ICircuitGlobals
{
    private readonly IServiceScopeFactory scopes;
    private readonly QueryBook book;
    private readonly FeatureSwitch features;

    public QueryScripts(IServiceScopeFactory scopes, QueryBook book, FeatureSwitch features)
    {
        (this.scopes, this.book, this.features) = (scopes, book, features);
        Globals = new Dictionary<string, object>
        {
            ["executeQuery"] = (string name, object? parameters) => Execute(name, parameters),
        };
    }

    public IReadOnlyDictionary<string, object> Globals { get; }

    // A script is one thread that waits for what it asks.
    private JsonNode Execute(string name, object? parameters) => Task.Run(() => ExecuteAsync(name, parameters)).GetAwaiter().GetResult();

    private async Task<JsonNode> ExecuteAsync(string name, object? parameters)
    {
        await using var scope = scopes.CreateAsyncScope();

        // Read from the table first: an earlier step of the same recipe may have just written it.
        var row = features.IsEnabled(Manifest.Module.Id) ? await scope.ServiceProvider.GetRequiredService<SiteDb>().Set<QueryRow>().AsNoTracking().FirstOrDefaultAsync(known => known.Name == name) : null;
        var query = (row is null ? book.Find(name) : StoredQuery.Read(row)) ?? throw new RuleException("query.unknown", "La requête « {0} » n’existe pas.", name);
        var given = parameters is string json ? QueryParameters.Parse(json) : QueryParameters.Of(JsonSerializer.SerializeToNode(parameters) as JsonObject);
        return (await scope.ServiceProvider.GetRequiredService<QueryRunner>().RunAsync(query, given, Sight.Site, CancellationToken.None)).ToJson();
    }
}
