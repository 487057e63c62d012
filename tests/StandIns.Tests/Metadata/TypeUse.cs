using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Regio.StandIns.Tests.Metadata;

/// <summary>A type as it is used: its name, the assembly that it is expected in, and its type arguments.</summary>
internal sealed record TypeUse(string Name, string? Assembly, ImmutableArray<string> Arguments)
{
    public static TypeUse Of(MetadataReader reader, EntityHandle handle, ImmutableArray<string> typeArguments)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var reference = (TypeReferenceHandle)handle;
                return new TypeUse(SignatureNames.NameOf(reader, reference), AssemblyOf(reader, reference), []);
            case HandleKind.TypeDefinition:
                return new TypeUse(SignatureNames.NameOf(reader, (TypeDefinitionHandle)handle), null, []);
            case HandleKind.TypeSpecification:
                var signature = reader.GetTypeSpecification((TypeSpecificationHandle)handle).Signature;
                return OfInstantiation(reader, reader.GetBlobReader(signature), typeArguments);
            default:
                return new TypeUse("", null, []);
        }
    }

    private static TypeUse OfInstantiation(MetadataReader reader, BlobReader signature, ImmutableArray<string> typeArguments)
    {
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return new TypeUse("", null, []);
        signature.ReadCompressedInteger();
        var generic = Of(reader, signature.ReadTypeHandle(), []);
        var decoder = new SignatureDecoder<string, ImmutableArray<string>>(SignatureNames.Instance, reader, typeArguments);
        var arguments = new string[signature.ReadCompressedInteger()];
        for (var index = 0; index < arguments.Length; index++)
            arguments[index] = decoder.DecodeType(ref signature);
        return generic with { Arguments = [.. arguments] };
    }

    private static string? AssemblyOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => AssemblyOf(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference =>
                reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => null,
        };
    }
}
