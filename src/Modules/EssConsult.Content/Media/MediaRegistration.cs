using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Media;

internal static class MediaRegistration
{
    public static IServiceCollection AddMedia(this IServiceCollection services)
    {
        services.AddSingleton<MediaFiles>().AddScoped<MediaAccess>().AddScoped<MediaLibrary>();
        services.AddScoped<MediaStore>().AddScoped<IMedia>(provider => provider.GetRequiredService<MediaStore>()).AddScoped<IUploads, UploadReader>();
        services.AddScoped<IContentHandler, MediaHandler>();
        return services.AddRecurringJob<MediaSweep>(TimeSpan.FromDays(1));
    }
}
