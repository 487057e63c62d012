using System.Xml;
using System.Xml.Schema;
using Regio.CareMessages.Description;

namespace Regio.CareMessages.Tests.Support;

/// <summary>The published schemas of iJw 3.2. They are no part of this repository: <c>REGIO_STANDARDS</c> names the folder that holds <c>ijw-3.2</c>.</summary>
internal static class Standards
{
    public const string Absent = "The published schemas are not there; REGIO_STANDARDS names their folder.";

    private static readonly Lazy<XmlSchemaSet> s_schemas = new(Load);

    private static string Folder => Path.Combine(
        Environment.GetEnvironmentVariable("REGIO_STANDARDS") ?? Path.Combine(Repository.Root, "..", "shared", "standards"), "ijw-3.2");

    public static bool AreThere => Directory.Exists(Folder);

    public static XmlSchemaSet Schemas => s_schemas.Value;

    public static XmlSchemaElement Root(MessageKind kind) =>
        (XmlSchemaElement)Schemas.GlobalElements[new XmlQualifiedName("Bericht", kind.Namespace)]!;

    /// <summary>What the platform's own validation says about a file, with places.</summary>
    public static IReadOnlyList<(int Line, string Text)> Faults(byte[] file)
    {
        var faults = new List<(int, string)>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings };
        settings.ValidationEventHandler += (_, fault) => faults.Add((fault.Exception.LineNumber, fault.Message));
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file), settings);
            while (reader.Read())
            {
                // Validation happens on the way.
            }
        }
        catch (XmlException exception)
        {
            faults.Add((exception.LineNumber, exception.Message));
        }

        return faults;
    }

    private static XmlSchemaSet Load()
    {
        var schemas = new XmlSchemaSet();
        foreach (var file in Directory.GetFiles(Folder, "*.xsd").Order(StringComparer.Ordinal))
        {
            using var reader = XmlReader.Create(file);
            schemas.Add(null, reader);
        }

        schemas.Compile();
        return schemas;
    }
}

internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Regio.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Regio.sln.");
    }
}
