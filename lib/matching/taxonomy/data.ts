/** Databases, and the tools and libraries of data and machine learning. `# kind` starts a new kind. */
export const databases = `
PostgreSQL | postgres, postgre sql, postgre, psql, pgsql, postgresql 14, =PG, postgress, postgis | > sql | ~ mysql .4, sql-server .3, oracle-database .3
MySQL | my sql, mysql/mariadb | > sql | & MariaDB, Percona, Vitess
SQL Server | mssql, ms sql, microsoft sql server, ms-sql, ms sql server, azure sql, azure sql database, sql server 2019 | > sql
Oracle Database | oracle db, oracle sql, oracle rdbms, ?Oracle, oracle 12c, oracle 19c, oracle 11g | > sql
SQLite | sqlite3 | > sql
DB2 [db2] | ibm db2, DB2 | > sql
Sybase | sap ase | > sql
Teradata | =Teradata | > sql, data-warehouse
CockroachDB | cockroach db, cockroachdb cloud | > sql
YugabyteDB | yugabyte | > sql
TiDB | tidb cloud | > sql
PlanetScale | planet scale | > mysql
Neon [neon] | ?Neon, neon postgres, neondb, neon.tech | > postgresql
Supabase | supabase auth | > postgresql
PGlite | electricsql, electric sql | > postgresql
pgvector | pg vector, pg_vector | > postgresql, vector-databases
TimescaleDB | timescale db, timescale | > postgresql
MongoDB | mongo db, mongo, mongodb atlas, =Mongo, mongo atlas | > nosql | ~ dynamodb .3, couchbase .35, firestore .3 | & DocumentDB
Redis | redis cluster, redis streams | > nosql, caching | + ElastiCache | & Valkey
Memcached | memcache | > caching
Elasticsearch | elastic search, =Elastic, elasticsearch 7 | > search-engines | ~ opensearch .4, solr .35
OpenSearch | open search, amazon opensearch | > search-engines
Solr | apache solr, =SOLR, apache lucene | > search-engines | & Lucene
Algolia | algolia search | > search-engines
Meilisearch |  | > search-engines | & Typesense
Cassandra | apache cassandra, scylla | > nosql | & ScyllaDB
DynamoDB | dynamo db, amazon dynamodb, aws dynamodb, =Dynamo | > nosql, aws
Cosmos DB | cosmosdb, azure cosmos db, azure cosmos | > nosql, azure
Couchbase | couch base | > nosql
CouchDB | couch db | > nosql | & PouchDB
Firestore | cloud firestore, firebase realtime database | > firebase, nosql
HBase | apache hbase | > nosql, hadoop
Neo4j | neo 4j | > graph-databases
=Neptune | amazon neptune, aws neptune | > graph-databases, aws
ArangoDB | arango db | > graph-databases
Dgraph |  | > graph-databases | & TigerGraph, JanusGraph
RavenDB | raven db | > nosql
RethinkDB | rethink db | > nosql
SurrealDB | surreal db | > nosql
InfluxDB | influx db | > time-series-databases
ClickHouse | click house | > sql, olap
Apache Druid [druid] | ?Druid, apache druid | > olap
Apache Pinot [pinot] | apache pinot | > olap
DuckDB | duck db, motherduck | > sql, olap
Snowflake | ?Snowflake, snowflake db, snowflake data cloud, snowpark, snowpipe, snowflake data warehouse | > data-warehouse, sql | ~ bigquery .35, redshift .35, databricks .3
BigQuery | big query, google bigquery, gcp bigquery | > data-warehouse, gcp, sql
Redshift | amazon redshift, aws redshift | > data-warehouse, aws, sql
Azure Synapse | synapse analytics, azure synapse analytics | > data-warehouse, azure
SingleStore | memsql | > sql
Vertica | =Vertica | > sql, data-warehouse
Greenplum | green plum | > sql, data-warehouse
SAP HANA [sap-hana] | sap hana, s/4hana, s4hana, s/4 hana, HANA | > sap, sql
Amazon RDS [rds] | RDS, aws rds, amazon rds | > aws, relational-databases
Amazon Aurora [aurora] | amazon aurora, aws aurora, aurora postgres, aurora mysql, aurora serverless | > aws, sql
Cloud Spanner [spanner] | google spanner, cloud spanner, =Spanner | > gcp, sql
Bigtable | cloud bigtable, big table | > gcp, nosql
Cloud SQL | google cloud sql | > gcp, sql
etcd | etcd cluster
Hazelcast | apache ignite | > caching
Aerospike | aerospike db | > nosql
RocksDB | rocks db | & LevelDB
Pinecone | pinecone.io | > vector-databases
Weaviate | weaviate.io | > vector-databases
Milvus | zilliz | > vector-databases
Qdrant | qdrant.tech | > vector-databases
=Chroma [chroma] | chromadb, chroma db | > vector-databases
FAISS [faiss] | =FAISS, faiss | > vector-databases
LanceDB | lance db | > vector-databases
Turso | libsql | > sqlite
?Realm [realm] | realm db, mongodb realm, realm database | > nosql
`;

export const dataTools = `
# framework
TensorFlow | tensor flow, tensorflow 2, tf.keras, tensorflow.js, tensorflow lite, tflite | > deep-learning, python | ~ pytorch .4, jax .35
PyTorch | py torch, =Torch, pytorch lightning, torchvision | > deep-learning, python
Keras | =Keras | > deep-learning, python
JAX [jax] | =JAX, jax/flax | > deep-learning, python
scikit-learn | sklearn, scikit learn, sci-kit learn, scikit | > machine-learning, python
XGBoost | xgboost | > machine-learning | & LightGBM, CatBoost
pandas | python pandas, =Pandas | > python | ~ polars .4
Polars | ?Polars, polars dataframe | > python
NumPy | num py, =Numpy | > python
SciPy | sci py | > python
statsmodels | | > python, statistics
Matplotlib | plotly dash | > python, data-visualization | & Seaborn, Plotly, Bokeh
Streamlit |  | > python | & Gradio
OpenCV | open cv, opencv-python | > computer-vision
spaCy | spacy nlp | > nlp, python | & NLTK
Hugging Face | huggingface, hugging face transformers, transformers library, =HF transformers | > machine-learning
ONNX [onnx] | onnx runtime, =ONNX | > machine-learning
TensorRT | tensor rt, triton inference server | > machine-learning
PySpark | py spark | > spark, python
Dask | ?Dask, dask distributed | > python
?Ray [ray] | ray.io, ray cluster, ray serve, ray tune, anyscale | > python
MediaPipe | media pipe | > computer-vision
YOLO [yolo] | yolov5, yolov8, =YOLO | > computer-vision
# tool
Apache Spark [spark] | apache spark, ?Spark, spark sql, spark streaming, spark structured streaming, =Spark MLlib | > big-data | ~ flink .3, hadoop .2
Hadoop | apache hadoop, mapreduce, map reduce, hdfs, =YARN hadoop | > big-data
Apache Hive [hive] | ?Hive, apache hive, hiveql | > big-data, sql
Apache Pig [pig] | apache pig, pig latin | > big-data
Apache Kafka [kafka] | kafka, apache kafka, kafka streams, kafka connect, MSK, kafka cluster | > event-streaming | ~ rabbitmq .25, pulsar .4, kinesis .35, pub-sub .3 | + Amazon MSK | & Redpanda
Confluent | confluent kafka, confluent cloud, confluent platform, ksqldb, ksql | > kafka
Apache Pulsar [pulsar] | apache pulsar, ?Pulsar | > event-streaming
Apache Flink [flink] | flink, apache flink, pyflink | > event-streaming, big-data
Apache Beam [beam] | google dataflow, cloud dataflow, =Dataflow | > big-data
Apache Storm [storm] | apache storm | > big-data
Apache NiFi [nifi] | nifi, apache nifi | > etl
Apache Airflow [airflow] | airflow, apache airflow, astronomer airflow, cloud composer, MWAA | > workflow-orchestration, python | ~ dagster .4, prefect .4
Dagster | dagster.io | > workflow-orchestration
Prefect | ?Prefect, prefect.io, prefect 2 | > workflow-orchestration
Luigi [luigi] | ?Luigi, spotify luigi | > workflow-orchestration
dbt | =DBT, dbt core, dbt cloud, data build tool | > sql, etl
Fivetran | five tran | > etl
Airbyte | airbyte cloud | > etl
Informatica | informatica powercenter, powercenter | > etl
Talend | talend studio | > etl
Pentaho | pentaho kettle | > etl
SSIS [ssis] | SSIS, sql server integration services | > etl, sql-server
SSRS [ssrs] | SSRS, sql server reporting services, SSAS | > sql-server
Azure Data Factory | ADF, data factory | > etl, azure
Azure Data Lake | =ADLS, azure data lake storage | > azure, data-lake
AWS Glue | =Glue, amazon glue | > etl, aws
Amazon Athena [athena] | =Athena, aws athena | > aws, sql
Amazon EMR [emr] | =EMR, aws emr, elastic mapreduce | > aws, big-data
Lake Formation | aws lake formation | > aws, data-lake
Databricks | data bricks, unity catalog, databricks lakehouse | > spark
Delta Lake | deltalake | > data-lake
Apache Iceberg [iceberg] | ?Iceberg, apache iceberg, =Hudi | > data-lake | & Apache Hudi
Apache Parquet [parquet] | parquet, =Avro, avro schemas | & Apache Arrow, Apache Avro
Trino | prestosql, =Presto | > sql, big-data | & PrestoDB
Debezium | change data capture, =CDC pipelines | > event-streaming
Great Expectations | great_expectations | > data-quality
Monte Carlo data [monte-carlo-data] | montecarlo data | > data-quality
DataHub |  | > data-governance | & Apache Atlas, Amundsen, Collibra, Alation
Microsoft Fabric | ms fabric | > azure
Tableau | tableau desktop, tableau server | > business-intelligence | ~ power-bi .4, looker .35
Power BI | powerbi, microsoft power bi, ms power bi | > business-intelligence
Looker | looker studio, google data studio | > business-intelligence
Qlik | qlikview, qlik sense, qliksense | > business-intelligence
Metabase | =Metabase | > business-intelligence
Apache Superset [superset] | apache superset, superset, preset.io | > business-intelligence
Sigma Computing |  | > business-intelligence | & ThoughtSpot, Mode Analytics, Hex Notebooks
MicroStrategy | micro strategy | > business-intelligence
SAP BusinessObjects | business objects, sap bo | > business-intelligence, sap
Alteryx | alteryx designer | > etl
Excel | ?Excel, ms excel, microsoft excel, pivot tables, excel macros
Google Sheets | google spreadsheets
Jupyter | jupyter notebook, jupyter notebooks, jupyterlab, google colab | > python
MLflow | ml flow | > mlops
Kubeflow | kube flow | > mlops, kubernetes
Weights & Biases | wandb, weights and biases | > mlops
DVC [dvc] | =DVC, data version control | > mlops
?Feast [feast] | feature store, feast feature store, tecton | > mlops
SageMaker | sage maker, amazon sagemaker, aws sagemaker | > aws, mlops
Vertex AI | vertexai, google vertex ai, google vertex | > gcp, mlops
Azure Machine Learning | azure ml, azureml | > azure, mlops
DataRobot |  | > machine-learning | & H2O.ai, Dataiku, KNIME, RapidMiner
BentoML |  | > mlops | & Seldon Core, KServe, TorchServe
Labelbox |  | > data-labeling | & Label Studio, Scale AI
?Segment [segment] | twilio segment, segment.io, segment cdp | > product-analytics | & RudderStack
Mixpanel | mix panel | > product-analytics
Amplitude | ?Amplitude, amplitude analytics | > product-analytics
PostHog | post hog | > product-analytics
?Heap [heap] | heap analytics | > product-analytics
Google Analytics | =GA4, ga4, google analytics 4 | > web-analytics
Adobe Analytics | omniture | > web-analytics
Google Tag Manager | =GTM, tag manager | > web-analytics
Hotjar |  | > web-analytics | & FullStory, LogRocket
Optimizely |  | > ab-testing | & VWO, Adobe Target
`;
