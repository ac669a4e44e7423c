using System.Text.Json.Nodes;
using EssConsult.Content.Items;
using EssConsult.Content.Permits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Content.Features.Admin.Contents;

/// <summary>Opens an item for editing and takes over what the editor sends.</summary>
internal sealed class EditorDesk(
    IContentStore store, IContentForm form, IContentDefinitions definitions, EmbeddedLists lists, ListChildren children, TermGuard terms, ContentPermits permits, CurrentPerson person,
    IStringLocalizer words, SiteDb db)
{
    public async Task<ContentItem?> OpenAsync(string id, CancellationToken ct) =>
        await store.FindAsync(id, ContentVersion.Latest, ct) ?? await store.FindAsync(id, ContentVersion.Published, ct);

    public async Task<EditorView?> ViewAsync(ContentItem item, bool isNew, string? stamp, CancellationToken ct) => definitions.FindType(item.ContentType) is not { } type ? null : new EditorView(item, type)
    {
        IsNew = isNew,
        HasPublished = !isNew && (item.Published || await db.Set<ContentRow>().AnyAsync(row => row.ContentItemId == item.ContentItemId && row.Published, ct)),
        CanPublish = permits.CanPublish(item),
        CanDelete = !isNew && permits.CanDelete(item),
        Stamp = stamp ?? EditorView.StampOf(item),
        Lists = EmbeddedListView.Of(lists, definitions, item.ContentType, item.Content),
        Children = isNew ? null : await children.OfAsync(item, type, ct),
    };

    /// <returns>Where to go next; null when the form must be shown again with its errors.</returns>
    public async Task<string?> TakeAsync(ContentItem item, bool isNew, EditorPost post, IFormCollection posted, ModelStateDictionary errors, CancellationToken ct)
    {
        if (post.Act == EditorPost.Drop && !isNew)
        {
            await store.DropDraftAsync(item.ContentItemId, ct);
            db.Audit(new AuditEntry("content.drop-draft", item.ContentItemId, person.RequiredId, new { item.ContentType }));
            await db.SaveChangesAsync(ct);
            return Next(item, post);
        }

        var before = item.Content.DeepClone();
        var stored = EditorView.StampOf(item);
        await form.ReadAsync(item, posted, errors, new ContentFormOptions(Draft: post.Act != EditorPost.Publish), ct);
        if (!isNew && !post.Overwrite && post.Stamp != stored)
        {
            errors.AddModelError("stamp", words["Quelqu’un a enregistré ce contenu pendant que vous écriviez. Vos réponses sont toujours ici : comparez, puis cochez « Enregistrer quand même »."]);
        }

        if (!errors.IsValid)
        {
            return null;
        }

        if (post.Move is { } move && List(item, post.List) is { } list)
        {
            await terms.RequireFreeAsync(list, item, post.Element!, move, ct);
            EmbeddedTree.Move(list, item.Content, post.Element!, move);
        }

        await SaveAsync(item, isNew, post, changed: isNew || !JsonNode.DeepEquals(before, item.Content), ct);
        return Next(item, post);
    }

    public EmbeddedList? List(ContentItem item, string? name) => lists.Of(item.ContentType, item.Content).FirstOrDefault(list => list.Name == name);

    private async Task SaveAsync(ContentItem item, bool isNew, EditorPost post, bool changed, CancellationToken ct)
    {
        Sign(item, person);
        if (post.Act == EditorPost.Publish)
        {
            await store.PublishAsync(item, ct);
            db.Audit(new AuditEntry("content.publish", item.ContentItemId, person.RequiredId, new { item.ContentType }));
        }
        else if (changed || post.Act == EditorPost.Draft)
        {
            await store.SaveDraftAsync(item, ct);
        }

        if (post.Act == EditorPost.Unpublish && !isNew)
        {
            await store.UnpublishAsync(item.ContentItemId, ct);
            db.Audit(new AuditEntry("content.unpublish", item.ContentItemId, person.RequiredId, new { item.ContentType }));
        }

        if (post.Act is EditorPost.ChildUp or EditorPost.ChildDown && post.List is { } child)
        {
            await children.MoveAsync(item, child, post.Act == EditorPost.ChildUp ? -1 : 1, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Who corrects a comma in another's words, or in those of nobody here, is not their author.</summary>
    internal static void Sign(ContentItem item, CurrentPerson person)
    {
        if (item.Owner is not null && item.Owner == person.Id)
        {
            item.Author = person.DisplayName;
        }
    }

    private static string Next(ContentItem item, EditorPost post)
    {
        var here = $"~/admin/contenus/{item.ContentItemId}";
        return post.Act switch
        {
            EditorPost.Publish => $"{here}?{Done.Parameter}={Done.Published}",
            EditorPost.Drop => $"{here}?{Done.Parameter}={Done.Dropped}",
            EditorPost.Unpublish => $"{here}?{Done.Parameter}={Done.Unpublished}",
            EditorPost.Draft => $"{here}?{Done.Parameter}={Done.Draft}",
            EditorPost.Open => $"{here}/elements/{post.Element}",
            EditorPost.Add => $"{here}/elements/nouveau?liste={Uri.EscapeDataString(post.List ?? string.Empty)}&type={Uri.EscapeDataString(post.Element ?? string.Empty)}&sous={Uri.EscapeDataString(post.Below ?? string.Empty)}",
            _ => $"{here}#liste-{post.List}",
        };
    }
}
