using System.Text.Json;

namespace Aspire.Hosting.Running;

internal static class KeptValues
{
    public static Dictionary<string, string> Read(string file) =>
        File.Exists(file)
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? []
            : [];

    /// <summary>Written beside and moved into place, so that a host killed in between leaves the old file whole.</summary>
    public static void Write(string file, Dictionary<string, string> values)
    {
        var draft = file + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var stream = new FileStream(draft, options))
            JsonSerializer.Serialize(stream, values);
        File.Move(draft, file, overwrite: true);
    }
}
