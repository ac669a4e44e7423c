namespace EssConsult.Seating.Tables;

/// <summary>The people as numbers, sorted by id: persons, organisations and values of traits count from 0.</summary>
internal sealed class Roster
{
    public const int None = -1;

    private readonly Dictionary<string, int> indexes;

    /// <exception cref="ArgumentException">Two people have one id, or an id is empty.</exception>
    public Roster(IEnumerable<Participant> people)
    {
        People = [.. people.OrderBy(person => person.Id, StringComparer.Ordinal)];
        indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var person in People)
        {
            if (string.IsNullOrEmpty(person.Id) || !indexes.TryAdd(person.Id, indexes.Count))
            {
                throw new ArgumentException(string.IsNullOrEmpty(person.Id) ? "A person has no id." : $"The person « {person.Id} » is there twice.", nameof(people));
            }
        }

        Traits = [.. People.SelectMany(person => person.Traits.Keys).Distinct().Order(StringComparer.Ordinal)];
        Values = [.. People.SelectMany(person => person.Traits).Select(trait => (trait.Key, trait.Value)).Distinct()
            .OrderBy(value => value.Key, StringComparer.Ordinal).ThenBy(value => value.Value, StringComparer.Ordinal)];
        var values = Values.Select((value, index) => (value, index)).ToDictionary(pair => pair.value, pair => pair.index);
        ValueOf = [.. Traits.Select(trait => People.Select(person => person.Traits.TryGetValue(trait, out var value) ? values[(trait, value)] : None).ToArray())];
        Counts = new int[Values.Count];
        foreach (var value in ValueOf.SelectMany(trait => trait).Where(value => value != None))
        {
            Counts[value]++;
        }

        // Who comes alone for an organisation can sit anywhere, as who comes for none.
        string[] organisations = [.. People.Where(person => !string.IsNullOrEmpty(person.Organisation)).GroupBy(person => person.Organisation!).Where(group => group.Count() > 1).Select(group => group.Key)];
        OrganisationOf = [.. People.Select(person => string.IsNullOrEmpty(person.Organisation) ? None : Array.IndexOf(organisations, person.Organisation))];
        Organisations = organisations.Length;
    }

    public IReadOnlyList<Participant> People { get; }

    public int Count => People.Count;

    public IReadOnlyList<string> Traits { get; }

    /// <summary>Values of all traits, sorted by trait and value.</summary>
    public IReadOnlyList<(string Trait, string Value)> Values { get; }

    /// <summary>For each trait the value of each person, or <see cref="None"/>.</summary>
    public int[][] ValueOf { get; }

    /// <summary>How many people have each value.</summary>
    public int[] Counts { get; }

    /// <summary>Number of organisations with two people or more.</summary>
    public int Organisations { get; }

    /// <summary>The organisation of each person, or <see cref="None"/>.</summary>
    public int[] OrganisationOf { get; }

    public int? Find(string id) => indexes.TryGetValue(id, out var index) ? index : null;
}
