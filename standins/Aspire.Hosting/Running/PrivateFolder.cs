namespace Aspire.Hosting.Running;

internal static class PrivateFolder
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string Create(string path)
    {
        if (!Directory.Exists(path))
            Directory.CreateDirectory(path, Mode);
        return path;
    }
}
