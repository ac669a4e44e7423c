using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Recipes.Keeping;

/// <summary>Stores records of recipes; the caller saves.</summary>
internal sealed class KeptStore(SiteDb db)
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Replaces those of the same key, adds the others behind; what the recipe does not name stays.</summary>
    /// <returns>How many are new or different.</returns>
    public async Task<int> PutAsync(string step, IReadOnlyCollection<(string Key, JsonNode Json)> records, CancellationToken ct)
    {
        var known = await db.Set<KeptRecord>().Where(record => record.Step == step).ToDictionaryAsync(record => record.Key, ct);
        var (last, changed) = (known.Values.Select(record => record.Position).DefaultIfEmpty(-1).Max(), 0);
        foreach (var (key, json) in records)
        {
            var text = json.ToJsonString(AsWritten);
            if (!known.TryGetValue(key, out var record))
            {
                known[key] = record = new KeptRecord { Step = step, Key = key, Position = ++last, Json = text };
                db.Add(record);
                changed++;
            }
            else if (record.Json != text)
            {
                record.Json = text;
                changed++;
            }
        }

        if (changed > 0)
        {
            db.Publish(new KeptRecordsChanged(step));
        }

        return changed;
    }

    public async Task<bool> DeleteAsync(string step, string key, CancellationToken ct)
    {
        if (await db.Set<KeptRecord>().FirstOrDefaultAsync(record => record.Step == step && record.Key == key, ct) is not { } record)
        {
            return false;
        }

        db.Remove(record);
        db.Publish(new KeptRecordsChanged(step));
        return true;
    }
}
