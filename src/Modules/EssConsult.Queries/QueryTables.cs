using System.ComponentModel.DataAnnotations;

namespace EssConsult.Queries;

/// <summary>A query as it was given: members that nobody here knows survive.</summary>
internal sealed class QueryRow
{
    [MaxLength(QueryTables.LongestName)]
    public required string Name { get; init; }

    /// <summary><c>Sql</c> or <c>Lucene</c>.</summary>
    [MaxLength(20)]
    public required string Source { get; set; }

    public required string Json { get; set; }

    public DateTime ModifiedUtc { get; set; }
}

/// <summary>An index profile of Orchard as it was given, by the name that queries use.</summary>
internal sealed class IndexProfileRow
{
    [MaxLength(QueryTables.LongestName)]
    public required string Name { get; init; }

    /// <summary>The recipe step whose form <see cref="Json"/> has.</summary>
    [MaxLength(40)]
    public required string Step { get; set; }

    public required string Json { get; set; }
}

internal static class QueryTables
{
    public const int LongestName = 200;

    public static void Map(ModelBuilder model)
    {
        model.Entity<QueryRow>().ToTable("query").HasKey(row => row.Name).HasRule("query.name-taken", "Une autre requête porte déjà ce nom.");
        model.Entity<IndexProfileRow>().ToTable("query_index").HasKey(row => row.Name);
    }
}
