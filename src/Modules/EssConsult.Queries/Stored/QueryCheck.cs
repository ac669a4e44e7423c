using EssConsult.Kernel.Themes;
using EssConsult.Queries.Dsl;
using EssConsult.Queries.Running;
using EssConsult.Queries.Sql;
using System.Text.Encodings.Web;

namespace EssConsult.Queries.Stored;

/// <summary>Whether a query can be read here, as far as that shows without parameters.</summary>
internal sealed class QueryCheck(Liquid liquid, IContentDefinitions definitions)
{
    /// <summary>The refusal; null when there is none. What a template makes of missing parameters is not held against it.</summary>
    public async Task<RuleException?> FindErrorAsync(StoredQuery query)
    {
        if (liquid.Check(query.Template) is { } error)
        {
            return new RuleException("query.template", "Ce gabarit contient une erreur : {0}", error);
        }

        var isFixed = !query.Template.Contains("{{", StringComparison.Ordinal) && !query.Template.Contains("{%", StringComparison.Ordinal);
        try
        {
            if (isFixed && query.Source == QuerySource.Sql)
            {
                SqlParser.Parse(query.Template);
            }
            else if (isFixed)
            {
                DslSearch.Read(await liquid.RenderAsync(query.Template, QueryParameters.None.Model, JavaScriptEncoder.Default), definitions);
            }

            return null;
        }
        catch (RuleException broken)
        {
            return broken;
        }
    }
}
