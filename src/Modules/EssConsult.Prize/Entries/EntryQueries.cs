using EssConsult.Prize.Editions;
using EssConsult.Prize.Jury;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Entries;

/// <summary>
/// How everything in the jury's and the team's space reaches entries: those that the person is recused from do not exist there. An architecture
/// of one door: nothing else in this module queries entries for somebody other than their applicant.
/// </summary>
internal static class EntryQueries
{
    extension(SiteDb db)
    {
        /// <summary>The entries that were sent, without those that <paramref name="personId"/> is recused from or entered themselves.</summary>
        public IQueryable<Entry> OpenTo(string personId) => db.Set<Entry>().Where(entry => entry.Number != null && entry.OwnerId != personId && !db.Set<CoApplicant>().Any(other => other.EntryId == entry.Id && other.PersonId == personId) && !db.Set<Conflict>().Any(conflict => conflict.EntryId == entry.Id && conflict.PersonId == personId));

        /// <summary>The entries that somebody writes, alone or with others, sent or not.</summary>
        public IQueryable<Entry> ApplicantOf(string personId) => db.Set<Entry>().Where(entry => entry.OwnerId == personId || db.Set<CoApplicant>().Any(other => other.EntryId == entry.Id && other.PersonId == personId));

        /// <summary>Who writes these entries: whoever began each, then those who joined. A link of the kind <c>CoEntry</c> follows from any of them.</summary>
        public async Task<ILookup<Guid, string>> ApplicantsAsync(IReadOnlyCollection<Guid> entryIds, CancellationToken ct)
        {
            var owners = await db.Set<Entry>().Where(entry => entryIds.Contains(entry.Id)).Select(entry => new { EntryId = entry.Id, PersonId = entry.OwnerId }).ToListAsync(ct);
            var others = await db.Set<CoApplicant>().Where(other => entryIds.Contains(other.EntryId) && other.PersonId != null).OrderBy(other => other.JoinedUtc).Select(other => new { other.EntryId, PersonId = other.PersonId! }).ToListAsync(ct);
            return owners.Concat(others).ToLookup(one => one.EntryId, one => one.PersonId);
        }

        /// <summary>Those of one edition.</summary>
        public IQueryable<Entry> OpenTo(string personId, string editionId) => db.OpenTo(personId).Where(entry => entry.EditionId == editionId);

        /// <summary>How many entries of an edition are kept from somebody; which ones, they are not told.</summary>
        public Task<int> RecusedAsync(string personId, string editionId, CancellationToken ct)
        {
            var open = db.OpenTo(personId, editionId).Select(entry => entry.Id);
            return db.Set<Entry>().CountAsync(entry => entry.EditionId == editionId && entry.Number != null && !open.Contains(entry.Id), ct);
        }

        /// <summary>What everybody may find, whoever they are: eligible entries of an edition whose gallery is open; none otherwise.</summary>
        public IQueryable<Entry> InGallery(Edition edition) => db.Set<Entry>().AsNoTracking().Where(entry => edition.GalleryUtc != null && edition.Published && entry.EditionId == edition.ContentItemId && entry.State == EntryState.Eligible && !entry.IsOffGallery);

        public Task<Edition?> FindEditionAsync(string id, CancellationToken ct) => db.Set<Edition>().FirstOrDefaultAsync(row => row.ContentItemId == id && row.Published, ct);

        /// <summary>Inside a write transaction: nobody else gives numbers or moves the edition on until it ends.</summary>
        public async Task<Edition> LockEditionAsync(string id, CancellationToken ct)
        {
            if (db.Database.IsNpgsql())
            {
                await db.Database.ExecuteSqlAsync($"SELECT 1 FROM prize_edition WHERE content_item_id = {id} FOR UPDATE", ct);
            }

            // What the context has read before may be old by now.
            var edition = await db.Set<Edition>().FirstAsync(row => row.ContentItemId == id, ct);
            await db.Entry(edition).ReloadAsync(ct);
            return edition;
        }

        /// <summary>Which versions of rules and statement the applicants of an entry have accepted so far.</summary>
        public async Task<IReadOnlyCollection<AcceptedTerms>> AcceptedAsync(Entry entry, CancellationToken ct) => entry.WasSent ? (await db.LastSentAsync([entry.Id], ct))[entry.Id].Accepted : [];

        /// <summary>What was sent last, by entry.</summary>
        public async Task<IReadOnlyDictionary<Guid, EntryText>> LastSentAsync(IReadOnlyCollection<Guid> entryIds, CancellationToken ct) => await db.Set<EntrySubmission>().AsNoTracking()
            .Where(sent => entryIds.Contains(sent.EntryId) && db.Set<Entry>().Any(entry => entry.Id == sent.EntryId && entry.Submissions == sent.Sequence)).ToDictionaryAsync(sent => sent.EntryId, sent => EntryText.Read(sent.Content), ct);
    }
}
