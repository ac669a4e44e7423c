namespace EssConsult.Content.Fields;

/// <summary>The kinds of field that have an editor. A field of another kind is kept and exported, not shown.</summary>
internal sealed class FieldTypes(IEnumerable<IFieldType> types)
{
    public IReadOnlyList<IFieldType> All { get; } = [.. types];

    public IFieldType? Find(string name) => All.FirstOrDefault(type => type.Name == name);
}
