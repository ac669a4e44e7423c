using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EssConsult.Tally.Files;

/// <summary>
/// The whole box as text, for whoever counts again: a line with the options and the electorate, then a line for each different ballot with its count, sorted by what it
/// says. The same box gives the same bytes, whoever came first. Holds what PrefLib and Pabulib cannot: marks, grades, blank and spoiled ballots.
/// </summary>
/// <example><code>
/// {"options":["a","b","c"],"electorate":120}
/// {"count":4,"blank":true}
/// {"count":12,"ranking":[["b"],["a","c"]]}
/// </code></example>
public static class BallotLines
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Ballots ballots, TextWriter writer)
    {
        writer.Write(Line(json =>
        {
            json.WriteStartArray("options");
            foreach (var id in ballots.Options)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
            if (ballots.Electorate is { } electorate)
            {
                json.WriteNumber("electorate", electorate);
            }
        }));
        var grouped = ballots.Grouped();
        for (var row = 0; row < grouped.Rows; row++)
        {
            var index = row;
            writer.Write(Line(json => WriteBallot(json, grouped[index], grouped.Options)));
        }
    }

    /// <exception cref="BallotFileException">Not such a file.</exception>
    public static Ballots Read(TextReader reader)
    {
        var lines = new LineReader(reader);
        Ballots? ballots = null;
        while (lines.Next() is { } line)
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                if (ballots is null)
                {
                    ballots = Open(json.RootElement);
                }
                else
                {
                    ReadBallot(json.RootElement, ballots);
                }
            }
            catch (JsonException)
            {
                throw lines.Fault(BallotFileFault.Syntax, "The line is not JSON.");
            }
            catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
            {
                throw lines.Fault(BallotFileFault.Syntax, "The line is not a ballot of these options.");
            }
        }

        return ballots ?? throw new BallotFileException(0, BallotFileFault.Missing, "The file is empty.");
    }

    private static string Line(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void WriteBallot(Utf8JsonWriter json, Ballot ballot, OptionList options)
    {
        json.WriteNumber("count", ballot.Count);
        switch (ballot.Kind)
        {
            case BallotKind.Mark:
                json.WriteString("mark", JsonNamingPolicy.CamelCase.ConvertName(((Mark)ballot.Data[0]).ToString()));
                break;
            case BallotKind.Approvals:
                json.WriteStartArray("approvals");
                foreach (var option in ballot.Data)
                {
                    json.WriteStringValue(options[option]);
                }

                json.WriteEndArray();
                break;
            case BallotKind.Ranking:
                WriteRanking(json, ballot.Data, options);
                break;
            case BallotKind.Grades:
                json.WriteStartObject("grades");
                for (var place = 0; place < ballot.Data.Length; place += 2)
                {
                    json.WriteNumber(options[ballot.Data[place]], ballot.Data[place + 1]);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteBoolean(ballot.Kind == BallotKind.Blank ? "blank" : "spoiled", true);
                break;
        }
    }

    private static void WriteRanking(Utf8JsonWriter json, ReadOnlySpan<int> ranked, OptionList options)
    {
        json.WriteStartArray("ranking");
        var isOpen = false;
        foreach (var place in ranked)
        {
            if (!isOpen)
            {
                json.WriteStartArray();
            }

            json.WriteStringValue(options[place < 0 ? ~place : place]);
            isOpen = place >= 0;
            if (!isOpen)
            {
                json.WriteEndArray();
            }
        }

        json.WriteEndArray();
    }

    private static Ballots Open(JsonElement first) => new(new OptionList(Ids(first.GetProperty("options"))))
    {
        Electorate = first.TryGetProperty("electorate", out var electorate) ? electorate.GetInt64() : null,
    };

    private static void ReadBallot(JsonElement ballot, Ballots ballots)
    {
        var count = ballot.GetProperty("count").GetInt64();
        var said = ballot.EnumerateObject().Single(property => property.Name != "count");
        switch (said.Name)
        {
            case "mark":
                ballots.AddMark(said.Value.GetString() switch { "for" => Mark.For, "against" => Mark.Against, "abstain" => Mark.Abstain, _ => throw new FormatException() }, count);
                break;
            case "approvals":
                ballots.AddApprovals(Ids(said.Value), count);
                break;
            case "ranking":
                ballots.AddRanking([.. said.Value.EnumerateArray().Select(IReadOnlyList<string> (group) => [.. Ids(group)])], count);
                break;
            case "grades":
                ballots.AddGrades([.. said.Value.EnumerateObject().Select(grade => KeyValuePair.Create(grade.Name, grade.Value.GetInt32()))], count);
                break;
            case "blank" when said.Value.GetBoolean():
                ballots.AddBlank(count);
                break;
            case "spoiled" when said.Value.GetBoolean():
                ballots.AddSpoiled(count);
                break;
            default:
                throw new FormatException();
        }
    }

    private static IEnumerable<string> Ids(JsonElement list) => list.EnumerateArray().Select(id => id.GetString() ?? throw new FormatException());
}
