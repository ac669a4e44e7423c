using System.Text;

namespace EssConsult.Tally.Files;

/// <summary>A line of a .pb file: fields between semicolons, in quotes where they hold one, a quote or a line end.</summary>
/// <param name="Fields">Without quotes.</param>
/// <param name="AsRead">The line, where it is written otherwise than <see cref="ToString"/> would.</param>
public sealed record PabulibRow(IReadOnlyList<string> Fields, string? AsRead = null)
{
    public string this[int field] => field >= 0 && field < Fields.Count ? Fields[field] : "";

    public override string ToString() => AsRead ?? Text(Fields);

    /// <returns><see langword="null"/> when a quoted field is not closed: the next line belongs to it.</returns>
    internal static PabulibRow? Parse(string line)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        for (var at = 0; ; at++)
        {
            field.Clear();
            if (at < line.Length && line[at] == '"')
            {
                for (at++; ; at++)
                {
                    if (at >= line.Length)
                    {
                        return null;
                    }

                    if (line[at] != '"')
                    {
                        field.Append(line[at]);
                    }
                    else if (at + 1 < line.Length && line[at + 1] == '"')
                    {
                        field.Append(line[at++]);
                    }
                    else
                    {
                        at++;
                        break;
                    }
                }
            }

            for (; at < line.Length && line[at] != ';'; at++)
            {
                field.Append(line[at]);
            }

            fields.Add(field.ToString());
            if (at >= line.Length)
            {
                return Text(fields) == line ? new PabulibRow(fields) : new PabulibRow(fields, line);
            }
        }
    }

    private static string Text(IReadOnlyList<string> fields) =>
        string.Join(';', fields.Select(field => field.AsSpan().ContainsAny(";\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field));
}
