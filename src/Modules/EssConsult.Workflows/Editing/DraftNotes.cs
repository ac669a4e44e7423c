using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Editing;

/// <summary>The notes of a drawing on the board.</summary>
internal sealed class DraftNotes(CircuitDraft draft)
{
    private const int Most = 100;
    private const int Gap = 40;

    /// <summary>Writes a note; members of it that nobody edits stay.</summary>
    /// <param name="id">Null or unknown adds one.</param>
    /// <param name="typed">What was typed; a place or a size that was not stays, or is the usual one.</param>
    /// <exception cref="RuleException">It says nothing or too much, or there are too many.</exception>
    public void Put(string? id, TypedNote typed)
    {
        if (typed.Text?.ReplaceLineEndings("\n").Trim() is not { Length: > 0 and <= CircuitNote.LongestText } text)
        {
            throw new RuleException("workflow.note", "Écrivez la note, en {0} caractères au plus.", CircuitNote.LongestText) { Field = "Text" };
        }

        var known = CircuitNote.Of(draft.Type);
        var note = known.FirstOrDefault(note => note.Id == id) ?? New(known);
        var changed = note with
        {
            Text = text,
            X = Math.Clamp(typed.X ?? note.X, -CircuitNote.Farthest, CircuitNote.Farthest),
            Y = Math.Clamp(typed.Y ?? note.Y, -CircuitNote.Farthest, CircuitNote.Farthest),
            Width = Math.Clamp(typed.Width ?? note.Width, CircuitNote.Least, CircuitNote.Most),
            Height = Math.Clamp(typed.Height ?? note.Height, CircuitNote.Least, CircuitNote.Most),
        };
        var json = Notes().OfType<JsonObject>().FirstOrDefault(found => found.AnyText("Id") == note.Id);
        if (json is null)
        {
            Notes().Add(json = []);
        }

        foreach (var (key, value) in changed.Write())
        {
            json[key] = value?.DeepClone();
        }
    }

    public void Remove(string id)
    {
        foreach (var gone in Notes().OfType<JsonObject>().Where(note => note.AnyText("Id") == id).ToList())
        {
            Notes().Remove(gone);
        }
    }

    /// <summary>Left of the drawing, below the notes that are there.</summary>
    private static CircuitNote New(IReadOnlyList<CircuitNote> known) => known.Count < Most
        ? new CircuitNote(ContentId.New(), string.Empty, -CircuitNote.UsualWidth - Gap, known.Select(note => note.Y + note.Height + Gap).DefaultIfEmpty(Gap).Max(), CircuitNote.UsualWidth, CircuitNote.UsualHeight)
        : throw new RuleException("workflow.notes", "Un circuit a {0} notes au plus.", Most);

    private JsonArray Notes()
    {
        if (draft.Json.Any("Properties") is not JsonObject properties)
        {
            draft.Json["Properties"] = properties = [];
        }

        if (properties.Any(CircuitNote.Member) is not JsonArray notes)
        {
            properties[CircuitNote.Member] = notes = [];
        }

        return notes;
    }
}

/// <summary>A note as a form sends it.</summary>
internal sealed record TypedNote(string? Text, int? X, int? Y, int? Width, int? Height);
