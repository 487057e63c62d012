using System.Text;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Paths of fields as the .proto files name them.</summary>
public static class FieldPath
{
    /// <summary>Turns a property path of generated code (<c>Period.MunicipalityIds[2]</c>) into that of the proto (<c>period.municipality_ids[2]</c>).</summary>
    public static string ToProto(string propertyPath)
    {
        var path = new StringBuilder(propertyPath.Length + 8);
        for (var i = 0; i < propertyPath.Length; i++)
        {
            var current = propertyPath[i];
            if (char.IsUpper(current) && i > 0 && char.IsLetterOrDigit(propertyPath[i - 1]) && !char.IsUpper(propertyPath[i - 1]))
                path.Append('_');
            path.Append(char.ToLowerInvariant(current));
        }

        return path.ToString();
    }
}
