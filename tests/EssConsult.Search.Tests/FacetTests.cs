using System.Globalization;
using CsCheck;
using EssConsult.Content.Contracts;
using EssConsult.Search.Querying;

namespace EssConsult.Search.Tests;

/// <summary>What the page counts is what the database holds, whatever is asked and chosen.</summary>
public sealed class FacetTests
{
    private static readonly string[] Words = ["clavecin", "girouette", "mandoline", "zeppelin", "sarbacane"];
    private static readonly string[] Sectors = ["4vky2870f6s66tvrffscy81sch", "460hs1kd3s3z7wsna2qny67k4k", "4d3yz5btfjn6f5abar040gbdxq"];
    private static readonly string[] Types = ["Contribution", "Page", "SectorProject"];

    private static readonly Gen<Item> Items = Gen.Select(
        Gen.Int[0, Types.Length - 1].Select(place => Types[place]), Gen.Int[0, 31], Gen.Int[0, Sectors.Length - 1].Select(place => Sectors[place]), Gen.Int[2015, 2019], Gen.Int[0, 9],
        (type, words, sector, year, state) => new Item(type, [.. Words.Where((_, place) => (words & (1 << place)) != 0)], type == "Page" ? null : sector, year, state > 0));

    private static readonly Gen<Question> Questions = Gen.Select(
        Gen.Int[0, Words.Length], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3],
        (word, types, sectors, years) => new Question(word < Words.Length ? Words[word] : null, Types[..(types % 3)], Sectors[..(sectors % 3)], [.. new[] { 2015, 2017, 2019 }[..(years % 3)]]));

    [Theory, OnBothDatabases]
    public async Task Counts_are_those_of_the_database(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.RecipeAsync("ess-roadmap");
        var before = await AskAsync(site, new Question(null, [], [], []));
        var items = Items.Array[150].Single();
        await site.SaveAsync<IContentStore>(async store =>
        {
            foreach (var item in items)
            {
                await store.ImportAsync(item.ToContent(), CancellationToken.None);
            }
        });
        await site.CatchUpAsync();

        foreach (var question in Questions.Array[60].Single().Append(new Question(null, [], [], [])))
        {
            var found = await AskAsync(site, question);
            var others = question == new Question(null, [], [], []) ? before : null;

            Check(found, items, question, others);
        }
    }

    private static void Check(SearchResults found, Item[] items, Question question, SearchResults? before)
    {
        // Without a word the recipe's own pages answer too; then only what the test added is compared.
        if (question.Word is null && before is null)
        {
            return;
        }

        var asked = items.Where(item => item.Published && (question.Word is null || item.Words.Contains(question.Word))).ToList();
        bool Type(Item item) => question.Types.Length == 0 || question.Types.Contains(item.Type);
        bool Sector(Item item) => question.Sectors.Length == 0 || (item.Sector is not null && question.Sectors.Contains(item.Sector));
        bool Year(Item item) => question.Years.Length == 0 || question.Years.Contains(item.Year);
        int Before(string facet, string value) => before?.Facets[facet].GetValueOrDefault(value) ?? 0;

        found.Total.ShouldBe(asked.Count(item => Type(item) && Sector(item) && Year(item)) + (before?.Total ?? 0), question.ToString());
        foreach (var type in Types)
        {
            found.Facets["type"].GetValueOrDefault(type).ShouldBe(asked.Count(item => item.Type == type && Sector(item) && Year(item)) + Before("type", type), $"{question} {type}");
        }

        foreach (var sector in Sectors)
        {
            found.Facets["sector"].GetValueOrDefault(sector).ShouldBe(asked.Count(item => item.Sector == sector && Type(item) && Year(item)) + Before("sector", sector), $"{question} {sector}");
        }

        for (var year = 2015; year <= 2019; year++)
        {
            var value = year.ToString(CultureInfo.InvariantCulture);
            found.Facets["year"].GetValueOrDefault(value).ShouldBe(asked.Count(item => item.Year == year && Type(item) && Sector(item)) + Before("year", value), $"{question} {year}");
        }
    }

    private static Task<SearchResults> AskAsync(Site site, Question question) => site.UseAsync((SearchHandler search) => Task.FromResult(search.Search(new SearchRequest(question.Word)
    {
        Chosen = new Dictionary<string, IReadOnlyList<string>>
        {
            ["type"] = question.Types, ["sector"] = question.Sectors, ["year"] = [.. question.Years.Select(year => year.ToString(CultureInfo.InvariantCulture))],
        },
    })));

    private sealed record Question(string? Word, string[] Types, string[] Sectors, int[] Years)
    {
        public bool Equals(Question? other) => other is not null && ToString() == other.ToString();

        public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

        public override string ToString() => $"{Word} [{string.Join(',', Types)}] [{string.Join(',', Sectors)}] [{string.Join(',', Years)}]";
    }

    private sealed record Item(string Type, string[] Words, string? Sector, int Year, bool Published)
    {
        public ContentItem ToContent()
        {
            var id = ContentId.New();
            var item = new ContentItem
            {
                ContentItemId = id, ContentItemVersionId = ContentId.New(), ContentType = Type, DisplayText = "Essai " + id,
                Latest = true, Published = Published, PublishedUtc = new DateTime(Year, 6, 1, 0, 0, 0, DateTimeKind.Utc), CreatedUtc = new DateTime(Year, 5, 1, 0, 0, 0, DateTimeKind.Utc),
            };
            item.Put(new TitlePart(item.DisplayText));
            item.Put(new MarkdownBodyPart(string.Join(' ', Words)));
            item.Put(new AutoroutePart { Path = "essais/" + id });
            if (Sector is not null)
            {
                item.Field(Type, "Sector")["TermContentItemIds"] = new System.Text.Json.Nodes.JsonArray(Sector);
            }

            return item;
        }
    }
}
