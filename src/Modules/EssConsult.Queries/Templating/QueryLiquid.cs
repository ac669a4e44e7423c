using EssConsult.Kernel.Themes;
using EssConsult.Queries.Running;
using EssConsult.Queries.Stored;
using Fluid;
using Fluid.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EssConsult.Queries.Templating;

/// <summary><c>{% assign posts = Queries.RecentBlogPosts | query: size: 3 %}</c> (§5.2 of the formats).</summary>
internal sealed class QueryLiquid(QueryBook book, IHttpContextAccessor http, IServiceScopeFactory scopes, SharedReads reads, ILogger<QueryLiquid> log) : ILiquidExtension
{
    public void Extend(FluidParser parser, TemplateOptions options)
    {
        options.MemberAccessStrategy.Register<QueriesRoot, object?>((_, name) => book.Find(name) is { } query ? new QueryNamed(query.Name) : null);
        options.MemberAccessStrategy.Register<QueryNamed, object?>((query, name) => name == "Name" ? query.Name : null);
        options.Scope.SetValue("Queries", new ObjectValue(new QueriesRoot()));
        options.Filters.AddFilter("query", async (input, arguments, context) => FluidValue.Create(
            await RunAsync((input.ToObjectValue() as QueryNamed)?.Name ?? input.ToStringValue(), Parameters(arguments)), context.Options));
    }

    private static QueryParameters Parameters(FilterArguments arguments)
    {
        var parameters = QueryParameters.None;
        foreach (var name in arguments.Names)
        {
            parameters.With(name, arguments[name].ToObjectValue());
        }

        return parameters;
    }

    /// <summary>A page that fails to list something is shown without the list, and not kept.</summary>
    private async Task<object[]> RunAsync(string name, QueryParameters parameters)
    {
        if (http.HttpContext is not { } context || book.Find(name) is not { } query)
        {
            return [];
        }

        var tags = context.RequestServices.GetRequiredService<CacheTags>();
        tags.Add(QueryEviction.Tag(query.Name));
        try
        {
            // A context of its own: the page's may be in the middle of something.
            await using var scope = scopes.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<QueryRunner>().RunAsync(query, parameters, context.RequestAborted);
            foreach (var tag in found.Types?.Select(type => "type:" + type) ?? [QueryEviction.AnyItem])
            {
                tags.Add(tag);
            }

            return found.HoldsItems ? [.. found.Items] : [.. found.Rows];
        }
        catch (RuleException broken)
        {
            log.LogWarning("The query {Query} of a template failed: {Sentence}", query.Name, broken.Message);
            reads.Forget([QueryEviction.Tag(query.Name)]);
            return [];
        }
    }

    private sealed record QueriesRoot;

    private sealed record QueryNamed(string Name);
}

/// <summary>A query that was written anew changes the pages that show it; a published item, those whose query may list any.</summary>
internal sealed class QueryEviction : IEvictsPages
{
    public const string AnyItem = "queries:any";

    public static string Tag(string query) => "query:" + query.ToUpperInvariant();

    public IEnumerable<string> TagsOf(OutboxEvent happened) =>
        happened.Is<QueriesChanged>() ? happened.Read<QueriesChanged>().Names.Select(Tag)
        : happened.Is<ContentPublished>() || happened.Is<ContentUnpublished>() || happened.Is<ContentRemoved>() ? [AnyItem]
        : [];
}
